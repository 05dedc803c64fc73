package dev.shorts.transcode;

import static dev.shorts.transcode.Jobs.CLAIMED;
import static dev.shorts.transcode.Jobs.EXPORT;
import static dev.shorts.transcode.Jobs.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shorts.log.LogLines;
import dev.shorts.transcode.Layer.Packet;
import dev.shorts.transcode.ffmpeg.Binaries;
import dev.shorts.transcode.probe.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** The whole way of an export through the real FFmpeg. What is delivered has been proved. */
class TranscodeIT {

  private static final Rational NTSC = new Rational(30_000, 1001);

  /** A noisy picture takes hundreds of times a grey one's bytes, a tone many times a silence's. */
  private static final int TONE = 100;

  /** One AAC frame before and after, since its transform overlaps. */
  private static final double AAC_FRAME = 1024.0 / 48_000;

  @TempDir private Path root;

  private final LogLines lines = new LogLines();

  private final Map<String, Object> claimed = new HashMap<>(CLAIMED);
  private final ScriptedDatabase database = ScriptedDatabase.agreeing(() -> claimed);

  @BeforeEach
  void bucket() throws IOException {
    Files.createDirectories(root.resolve("sources"));
  }

  @ParameterizedTest
  @CsvSource({
    "center_crop, high, 320, 180",
    "center_crop, medium, 161, 121",
    "letterbox, high, 320, 180",
    "letterbox, medium, 90, 200"
  })
  void deliversAProvedShort(String strategy, String quality, int width, int height)
      throws IOException {
    upload(new FlashVideo(width, height, NTSC, 90, 60, true));
    claimed.put("aspect_ratio_strategy", strategy);
    claimed.put("output_quality", quality);

    assertThat(transcode()).isEqualTo(MessageOutcome.COMPLETED);
    assertThat(database.asked())
        .containsExactly(
            "claim max_attempts=3",
            "complete storage_path=%s file_size_bytes=%d duration_s=1.5015"
                    .formatted(KEY, Files.size(delivered()))
                + " resolution=1080x1920 notice=null");
  }

  @ParameterizedTest
  @CsvSource({
    "30/1,       0,     3, 75, 0",
    "30/1,       1.5,   3, 75, 1.5",
    "30/1,       1.51,  3, 75, 1.5",
    "30000/1001, 1.234, 3, 75, 1.234567",
    "25/1,       2.03,  3, 60, 2.04",
    "60/1,       0.99,  2, 90, 0.983333",
    "120/1,      0.5,   1, 90, 0.5"
  })
  void cutsAtTheFrameThatWasMeantAndKeepsTheSoundWithIt(
      String rate, String from, String to, int flash, double start) throws IOException {
    var sourceRate = Rational.parse(rate).orElseThrow();
    upload(new FlashVideo(64, 64, sourceRate, (int) (3 * sourceRate.value()) + 1, flash, true));
    claimed.put("start_s", from);
    claimed.put("end_s", to);

    assertThat(transcode()).isEqualTo(MessageOutcome.COMPLETED);
    double expected = flash / sourceRate.value() - start;
    assertThat(flashTime()).isCloseTo(expected, within(1e-4));
    assertThat(toneTime()).isBetween(expected - 2 * AAC_FRAME, expected + AAC_FRAME);
  }

  @Test
  void makesAShortWithoutSoundOfASourceWithoutSound() throws IOException {
    upload(new FlashVideo(64, 64, NTSC, 90, 60, false));

    assertThat(transcode()).isEqualTo(MessageOutcome.COMPLETED);
    assertThat(Layer.packets(delivered())).allMatch(packet -> packet.stream() == 0);
  }

  @ParameterizedTest
  @CsvSource({"30/1, 1.01, 2", "60/1, 1.01, 1", "60/1, 1.04, 2", "25/1, 1.1, 2"})
  void makesAShortOfAlmostNothing(String rate, String to, int streams) throws IOException {
    upload(new FlashVideo(64, 64, Rational.parse(rate).orElseThrow(), 90, 60, true));
    claimed.put("end_s", to);

    assertThat(transcode()).isEqualTo(MessageOutcome.COMPLETED);
    assertThat(Layer.packets(delivered()).stream().map(Packet::stream).distinct()).hasSize(streams);
  }

  @Test
  void cutsASceneThatEndsPastItsVideo() throws IOException {
    upload(new FlashVideo(64, 64, Rational.of(30), 60, 45, true));
    claimed.put("end_s", "10");

    assertThat(transcode()).isEqualTo(MessageOutcome.COMPLETED);
    assertThat(database.asked()).last().asString().contains("duration_s=1.0 ");
  }

  @Test
  void countsAndMeasuresWhatItMakes() throws IOException {
    upload(new FlashVideo(64, 64, Rational.of(30), 60, 45, true));
    claimed.put("attempt", 1);

    assertThat(transcode()).isEqualTo(MessageOutcome.COMPLETED);
    assertThat(lines.events()).containsExactly("claimed", "encoded", "ended");
    assertThat(lines.metrics())
        .map(metric -> metric.replaceAll(" [0-9.]+ ", " _ "))
        .containsExactly(
            "TimeInQueue _ Seconds",
            "EncodeSpeed _ None",
            "BytesRead _ Bytes",
            "ExportsCompleted _ Count",
            "TimeToTranscode _ Seconds");
  }

  @Test
  void tellsADatabaseThatDidNotAnswerOnceMoreWhatIsMade() throws IOException {
    upload(new FlashVideo(64, 64, Rational.of(30), 60, 45, true));
    var told = new AtomicInteger();
    database.answer(
        "complete",
        () -> {
          if (told.incrementAndGet() == 1) {
            throw ApiCallTimeoutException.create(20_000);
          }
          return Map.of("held", true);
        });

    assertThat(transcode()).isEqualTo(MessageOutcome.COMPLETED);
    assertThat(told).hasValue(2);
  }

  @Test
  void failsWhatIsNoVideo() throws IOException {
    Files.writeString(root.resolve("sources/cat.mov"), "Dear diary, ".repeat(1000));

    assertThat(transcode()).isEqualTo(MessageOutcome.FAILED);
    assertThat(database.asked())
        .contains(
            "fail error_message="
                + "The file is not a video we can read. Please upload it again as MP4 or MOV.");
    assertThat(root.resolve("work")).doesNotExist();
  }

  private void upload(FlashVideo video) throws IOException {
    video.write(root.resolve("sources/cat.mov"));
  }

  private Path delivered() {
    return root.resolve("exports").resolve(KEY);
  }

  private double flashTime() throws IOException {
    return packets(0).stream().max(Comparator.comparing(Packet::size)).orElseThrow().time();
  }

  private double toneTime() throws IOException {
    return packets(1).stream()
        .filter(packet -> packet.size() > TONE)
        .findFirst()
        .orElseThrow()
        .time();
  }

  private List<Packet> packets(int stream) throws IOException {
    return Layer.packets(delivered()).stream().filter(packet -> packet.stream() == stream).toList();
  }

  private MessageOutcome transcode() {
    var clock = InstantSource.system();
    var transcode =
        Jobs.worker(
            database,
            new FolderStore(root),
            root,
            Binaries.on(Layer.path()),
            Runtime.getRuntime().availableProcessors(),
            clock);
    return transcode.transcode(EXPORT, clock.instant().plusSeconds(300), lines.log());
  }
}
