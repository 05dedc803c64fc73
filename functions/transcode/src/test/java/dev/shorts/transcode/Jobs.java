package dev.shorts.transcode;

import dev.shorts.export.ExportId;
import dev.shorts.export.Quality;
import dev.shorts.export.Strategy;
import dev.shorts.export.UserId;
import dev.shorts.transcode.encode.Encoder;
import dev.shorts.transcode.ffmpeg.Binaries;
import dev.shorts.transcode.job.Job;
import dev.shorts.transcode.job.LeaseTimes;
import dev.shorts.transcode.job.SceneTimes;
import dev.shorts.transcode.plan.CpuBudget;
import dev.shorts.transcode.plan.Planner;
import dev.shorts.transcode.source.SourceBucket;
import dev.shorts.transcode.verify.Verifier;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.s3.S3Client;

/** A job for tests, and the row that claims it. */
public final class Jobs {

  public static final ExportId EXPORT =
      new ExportId(UUID.fromString("00000000-0000-4000-8000-00000000000e"));
  static final UserId USER = new UserId(UUID.fromString("00000000-0000-4000-8000-00000000000a"));
  public static final UUID TOKEN = UUID.fromString("00000000-0000-4000-8000-00000000000c");

  public static final LeaseTimes LEASE =
      new LeaseTimes(Duration.ofMinutes(2), Duration.ofSeconds(30));

  public static final Job JOB =
      of("cat.mov", new SceneTimes(BigDecimal.ONE, new BigDecimal("2.5")));

  public static final String KEY = "exports/%s/%s.mp4".formatted(USER, EXPORT);

  public static final Map<String, Object> CLAIMED =
      Map.of(
          "outcome", "claimed",
          "user_id", USER,
          "source_path", "cat.mov",
          "start_s", "1",
          "end_s", "2.5",
          "aspect_ratio_strategy", "center_crop",
          "output_quality", "high",
          "attempt", 2,
          "queued_for_s", "3.25");

  private Jobs() {}

  /**
   * What works on them, with folders for buckets.
   *
   * @param sources where a job's source is read
   */
  static Transcode worker(
      ScriptedDatabase database,
      S3Client sources,
      Path root,
      Binaries binaries,
      int cores,
      InstantSource clock) {
    return new Transcode(
        database.jobs(),
        LEASE,
        new ShortMaker(
            new SourceBucket(sources, "sources"),
            new SceneEncoder(
                new Planner(binaries.ffprobe()),
                new Encoder(binaries.ffmpeg(), new CpuBudget(cores, cores))),
            new Verifier(binaries.ffprobe()),
            root.resolve("work")),
        new ShortStore(new FolderStore(root), "exports"),
        clock,
        () -> TOKEN);
  }

  static Job of(String source, SceneTimes scene) {
    return new Job(
        EXPORT,
        TOKEN,
        USER,
        source,
        scene,
        Strategy.CENTER_CROP,
        Quality.HIGH,
        2,
        new BigDecimal("3.25"));
  }
}
