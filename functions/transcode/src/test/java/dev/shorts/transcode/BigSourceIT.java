package dev.shorts.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.log.Log;
import dev.shorts.transcode.encode.Encoder;
import dev.shorts.transcode.encode.Encoder.LateStart;
import dev.shorts.transcode.ffmpeg.Binaries;
import dev.shorts.transcode.job.Deadline;
import dev.shorts.transcode.job.SceneTimes;
import dev.shorts.transcode.plan.CpuBudget;
import dev.shorts.transcode.plan.Plan;
import dev.shorts.transcode.plan.Planner;
import dev.shorts.transcode.plan.VideoPlan;
import dev.shorts.transcode.problem.SourceException;
import dev.shorts.transcode.problem.SourceProblem;
import dev.shorts.transcode.search.FrameListing;
import dev.shorts.transcode.search.ReadingBudget;
import dev.shorts.transcode.search.RunUp;
import dev.shorts.transcode.source.RangeServer;
import dev.shorts.transcode.source.SourceBucket;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What 45 s in the middle of over a gigabyte cost to read: probe, timing and encode are the real
 * ones, but that the pictures are made tiny before they are cropped, scaled and encoded.
 */
@Isolated
class BigSourceIT {

  private static final long GIGABYTE = 1_000_000_000;
  private static final long MEBIBYTE = 1 << 20;
  private static final BigDecimal FROM = BigDecimal.valueOf(170);
  private static final BigDecimal TO = BigDecimal.valueOf(215);

  @TempDir private static Path clips;

  private static Path clip;

  @TempDir private Path root;

  private final Binaries binaries = Binaries.on(Layer.path());
  private final InstantSource clock = InstantSource.system();

  @BeforeAll
  static void encode() throws Exception {
    clip = clips.resolve("clip.mov");
    BigSource.encode(clip);
  }

  @ParameterizedTest
  @CsvSource({
    "MP4_INDEX_AT_END,   1.3",
    "MP4_INDEX_AT_FRONT, 1.3",
    "MP4_FRAGMENTED,     1.3",
    "MATROSKA,           1.3",
    "AVI,                1.3",
    "MPEG_TS,            1.5"
  })
  void costsItsPacketsAndTheIndex(BigSource source, double share) throws Exception {
    var file = write(source);
    long packets = BigSource.packets(file, FROM, TO);
    long index = IndexSize.of(source, file);
    assertThat(packets).isBetween(120_000_000L, 130_000_000L);

    assertThat(bytesRead(source, packets, index))
        .isBetween(packets, (long) (share * packets) + index);
  }

  @Test
  void costsAllThatLiesBeforeItsEndWithoutAnIndex() throws Exception {
    var source = BigSource.MATROSKA_WITHOUT_INDEX;
    var file = write(source);

    assertThat(bytesRead(source, BigSource.packets(file, FROM, TO), 0))
        .isBetween(GIGABYTE / 2, GIGABYTE * 2 / 3);
    assertIsEndedByTheDeadline();
  }

  private void assertIsEndedByTheDeadline() throws Exception {
    try (var server = server()) {
      var plan = plan(server);
      assertThatThrownBy(
              () ->
                  encoder()
                      .encode(
                          server,
                          plan,
                          root.resolve("short.mp4"),
                          LateStart.HOLD_FIRST,
                          context(Duration.ofMillis(300))))
          .isInstanceOfSatisfying(
              SourceException.class,
              e -> assertThat(e.problem()).isEqualTo(SourceProblem.TOO_SLOW));
    }
  }

  private long bytesRead(BigSource source, long packets, long index) throws Exception {
    long before = heap();
    try (var server = server()) {
      long probed = clock.millis();
      var plan = plan(server);
      long planned = server.bytesRead();
      encoder()
          .encode(
              server,
              plan,
              root.resolve("short.mp4"),
              LateStart.HOLD_FIRST,
              context(Duration.ofMinutes(5)));
      long held = heap() - before;
      System.out.printf(
          "%s: %d bytes of packets and %d of index cost %d (%d until planned), %.3f of the packets"
              + " beside the index; %d KiB held; %d ms%n",
          source,
          packets,
          index,
          server.bytesRead(),
          planned,
          (server.bytesRead() - index) / (double) packets,
          held >> 10,
          clock.millis() - probed);
      assertThat(held).isLessThan(16 * MEBIBYTE);
      return server.bytesRead();
    }
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private Plan plan(RangeServer server) throws InterruptedException {
    var deadline = new Deadline(clock.instant().plusSeconds(300), clock);
    var job = Jobs.of("big", new SceneTimes(FROM, TO));
    var planner = new Planner(binaries.ffprobe());
    var probed = planner.probe(server, deadline);
    var runUps = RunUp.of(probed.probe());
    var plan =
        planner
            .plan(probed, job, FrameListing.PACKETS, runUps, new ReadingBudget(45), deadline)
            .plan();
    var video = plan.video();
    var tiny =
        new VideoPlan(
            video.stream(),
            video.frameTable(),
            video.filters().replaceFirst("(trim=end_frame=\\d+),.*", "$1,scale=36:64"),
            video.lut(),
            video.maxBitrate(),
            video.cpuSeconds());
    return new Plan(plan.trim(), tiny, plan.audio(), plan.quality(), plan.notice());
  }

  private Encoder encoder() {
    return new Encoder(binaries.ffmpeg(), new CpuBudget(2, 2));
  }

  private Encoder.Context context(Duration limit) {
    var log = Log.to(new PrintStream(OutputStream.nullOutputStream()), clock);
    return new Encoder.Context(new Deadline(clock.instant().plus(limit), clock), _ -> {}, log);
  }

  private RangeServer server() throws InterruptedException {
    var object = new SourceBucket(new FolderStore(root), "sources").open("big");
    return RangeServer.of(object, "secret", root.resolve("blocks"), clock);
  }

  private Path write(BigSource source) throws IOException, InterruptedException {
    var file = Files.createDirectories(root.resolve("sources")).resolve("big");
    source.write(clip, file);
    assertThat(Files.size(file)).isGreaterThan(GIGABYTE);
    return file;
  }
}
