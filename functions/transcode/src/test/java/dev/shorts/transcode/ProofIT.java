package dev.shorts.transcode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.export.Quality;
import dev.shorts.export.Strategy;
import dev.shorts.transcode.ffmpeg.Binaries;
import dev.shorts.transcode.ffmpeg.FfmpegCommand;
import dev.shorts.transcode.ffmpeg.Report;
import dev.shorts.transcode.plan.Decision;
import dev.shorts.transcode.plan.Fields;
import dev.shorts.transcode.plan.Plan;
import dev.shorts.transcode.plan.Probe;
import dev.shorts.transcode.plan.Rational;
import dev.shorts.transcode.plan.Scene;
import dev.shorts.transcode.proof.FinishedReader;
import dev.shorts.transcode.proof.Line;
import dev.shorts.transcode.source.RangeServer;
import dev.shorts.transcode.source.SourceObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real files, made by our own command with one thing changed: each misses the line of that thing.
 */
class ProofIT {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir private Path root;

  private final Binaries binaries = Binaries.on(Layer.path());
  private RangeServer source;
  private Path output;
  private Plan plan;

  @BeforeEach
  void decide() throws Exception {
    output = root.resolve("short.mp4");
    var video = Files.createDirectories(root.resolve("sources")).resolve("cat.avi");
    new FlashVideo(64, 64, Rational.of(30), 60, 40, true).write(video);
    source =
        RangeServer.of(
            SourceObject.open(new FolderStore(root), "sources", "cat.avi"),
            "secret",
            root.resolve("source"));
    var probe = ((Report.Found<Probe>) binaries.ffprobe().probe(source.address(), LIMIT)).content();
    var decision =
        Decision.of(
            probe,
            Optional.empty(),
            new Scene(BigDecimal.ZERO, new BigDecimal("1.8")),
            Strategy.LETTERBOX,
            Quality.MEDIUM);
    plan = ((Decision.Feasible) decision).plan();
  }

  @AfterEach
  void close() {
    source.close();
  }

  @ParameterizedTest
  @CsvSource({
    "+faststart+, '', MOOV_BEFORE_MDAT",
    "-use_editlist 0, -use_editlist 1, NO_EDIT_LIST",
    "-map_metadata -1, -metadata title=Holiday, NO_METADATA",
    "-map_metadata -1, -metadata:s:v language=ger, NO_METADATA",
    "pad=1080:1920:0:420:black, null, SIZE",
    "setsar=1, setsar=2, SQUARE_PIXELS",
    "-flags:v +cgop, -flags:v +ildct+cgop, PROGRESSIVE",
    "colorspace=bt709, colorspace=smpte170m, BT709",
    "-profile:v high, -profile:v main, H264_HIGH",
    "-profile:v high, -profile:v high -coder vlc, CABAC",
    "-g 15, -g 16, CLOSED_GOP",
    "-flags:v +cgop, -x264-params open-gop=1:scenecut=0:b-adapt=0 -flags:v -cgop, CLOSED_GOP",
    "-bf 2, -bf 3 -b_strategy 0, AT_MOST_2_B_FRAMES",
    "trim=end_frame=54, trim=end_frame=53, FRAMES",
    "-crf 20 -maxrate 12000000 -bufsize 12000000, -b:v 25M -minrate 25M -maxrate 25M -bufsize 2M"
        + " -x264-params nal-hrd=cbr, UNDER_CEILING",
    "channel_layouts=stereo, channel_layouts=mono, STEREO",
    "end_sample=86016, end_sample=84992, SOUND_LENGTH"
  })
  void findsTheOneThingThatIsWrong(String right, String wrong, Line line) throws Exception {
    encode(right, wrong);

    assertThat(missed()).containsExactly(line);
  }

  @Test
  void findsNothingWrongWithOurOwn() throws Exception {
    encode("", "");

    assertThat(missed()).isEmpty();
  }

  @Test
  void findsAPictureThatPlayersTurn() throws Exception {
    encode("", "");
    turn();

    assertThat(missed()).containsExactly(Line.UPRIGHT);
  }

  /** FFmpeg would not do it: exchanges what x and y are taken from in the matrix of the track. */
  private void turn() throws IOException {
    var file = Files.readAllBytes(output);
    int box = new String(file, ISO_8859_1).indexOf("tkhd");
    var matrix = ByteBuffer.wrap(file).position(box + 4 + 40).slice();
    for (int value : new int[] {0, 0x10000, 0, 0xffff0000, 0}) {
      matrix.putInt(value);
    }
    Files.write(output, file);
  }

  private void encode(String right, String wrong) throws Exception {
    var command =
        String.join(" ", new FfmpegCommand(source.address(), plan, 1, output).arguments());
    assertThat(command).contains(right);
    var words = new ArrayList<>(List.of(command.replace(right, wrong).split(" +")));
    words.addFirst(Layer.path() + "/ffmpeg");
    var ffmpeg = new ProcessBuilder(words).redirectErrorStream(true).start();
    var said = new String(ffmpeg.getInputStream().readAllBytes());
    assertThat(ffmpeg.waitFor()).as(said).isZero();
  }

  private List<Line> missed() throws Exception {
    var report = ((Report.Found<Fields>) binaries.ffprobe().examine(output, LIMIT)).content();
    return Line.missedBy(FinishedReader.read(report, output), plan);
  }
}
