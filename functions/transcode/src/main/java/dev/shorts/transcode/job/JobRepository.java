package dev.shorts.transcode.job;

import static dev.shorts.aws.DataApi.absent;
import static dev.shorts.aws.DataApi.decimal;
import static dev.shorts.aws.DataApi.number;
import static dev.shorts.aws.DataApi.text;

import dev.shorts.aws.DataApi;
import dev.shorts.export.ExportId;
import dev.shorts.export.Limits;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rdsdata.model.SqlParameter;

/**
 * Claims, renews and finishes rows of {@code scene_exports}; every statement names the token of the
 * claim.
 */
public final class JobRepository {

  private static final String CLAIM =
      """
      SELECT * FROM claim_scene_export(
          CAST(:export_id AS uuid), CAST(:claim_token AS uuid), CAST(:lease_s AS int),
          CAST(:max_attempts AS int))
      """;

  private static final String RENEW =
      """
      SELECT held FROM renew_scene_export(
          CAST(:export_id AS uuid), CAST(:claim_token AS uuid), CAST(:lease_s AS int),
          CAST(:progress AS int))
      """;

  private static final String COMPLETE =
      """
      SELECT held FROM complete_scene_export(
          CAST(:export_id AS uuid), CAST(:claim_token AS uuid), CAST(:storage_path AS text),
          CAST(:file_size_bytes AS bigint), CAST(:duration_s AS double precision),
          CAST(:resolution AS text), CAST(:notice AS text))
      """;

  private static final String FAIL =
      """
      SELECT held FROM fail_scene_export(
          CAST(:export_id AS uuid), CAST(:claim_token AS uuid), CAST(:error_message AS text))
      """;

  private static final String RELEASE =
      """
      SELECT outcome FROM release_scene_export(
          CAST(:export_id AS uuid), CAST(:claim_token AS uuid), CAST(:max_attempts AS int),
          CAST(:error_message AS text))
      """;

  private final DataApi db;

  public JobRepository(DataApi db) {
    this.db = db;
  }

  /** Claims an export for the length of a lease. */
  public Claim claim(ExportId export, UUID token, LeaseTimes lease) {
    var row =
        db.one(
            CLAIM,
            text("export_id", export),
            text("claim_token", token),
            length(lease),
            number("max_attempts", Limits.MAX_ATTEMPTS));
    return switch (row.text("outcome")) {
      case "claimed" -> new Claim.Claimed(Job.of(export, token, row));
      case "held" -> new Claim.Held();
      case "nothing_to_do" -> new Claim.NothingToDo();
      case "failed" ->
          new Claim.GivenUp(row.text("reason"), Math.toIntExact(row.number("attempt")));
      case String other -> throw new IllegalStateException("unknown outcome " + other);
    };
  }

  /**
   * Extends the lease of a job and stores its progress.
   *
   * @param progress percent, 0 to 100
   * @return whether the claim still holds the job
   */
  boolean renew(Job job, int progress, LeaseTimes lease) {
    var limited = db.within(lease.renewalTimeout());
    return held(limited, RENEW, job, length(lease), number("progress", progress));
  }

  /**
   * Sets the job to completed.
   *
   * @return whether the claim still held the job
   */
  public boolean complete(Job job, FinishedShort finished) {
    return held(
        db,
        COMPLETE,
        job,
        text("storage_path", job.key()),
        number("file_size_bytes", finished.bytes()),
        decimal("duration_s", finished.seconds()),
        text("resolution", finished.resolution()),
        optional("notice", finished.notice()));
  }

  /**
   * Sets the job to failed.
   *
   * @param sentence error message for the user
   * @return whether the claim still held the job
   */
  public boolean fail(Job job, String sentence) {
    return held(db, FAIL, job, text("error_message", sentence));
  }

  /** Queues a job again, or sets it to failed with {@code sentence} if it has no attempts left. */
  public Release release(Job job, String sentence) {
    var row =
        db.one(
            RELEASE,
            text("export_id", job.export()),
            text("claim_token", job.token()),
            number("max_attempts", Limits.MAX_ATTEMPTS),
            text("error_message", sentence));
    return switch (row.text("outcome")) {
      case "released" -> Release.RELEASED;
      case "failed" -> Release.FAILED;
      case "lost" -> Release.LOST;
      case String other -> throw new IllegalStateException("unknown outcome " + other);
    };
  }

  private static boolean held(DataApi db, String sql, Job job, SqlParameter... more) {
    var claim = List.of(text("export_id", job.export()), text("claim_token", job.token()));
    return db.one(sql, Stream.concat(claim.stream(), Stream.of(more)).toArray(SqlParameter[]::new))
        .flag("held");
  }

  private static SqlParameter length(LeaseTimes lease) {
    return number("lease_s", lease.length().toSeconds());
  }

  private static SqlParameter optional(String name, Optional<String> value) {
    return value.map(text -> text(name, text)).orElse(absent(name));
  }
}
