package dev.shorts.create;

import dev.shorts.aws.TranscodeQueue;
import dev.shorts.create.CreateOutcome.Created;
import dev.shorts.create.CreateOutcome.KeyReused;
import dev.shorts.create.CreateOutcome.LimitExceeded;
import dev.shorts.create.CreateOutcome.Replayed;
import dev.shorts.create.CreateOutcome.SceneEmpty;
import dev.shorts.create.CreateOutcome.SceneNotFound;
import dev.shorts.create.CreateOutcome.SceneTooLong;
import dev.shorts.create.CreateOutcome.UserNotFound;
import dev.shorts.export.Export;
import dev.shorts.export.ExportId;
import dev.shorts.export.ExportState.Pending;
import dev.shorts.log.Log;
import dev.shorts.log.Metric;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Accepts a request for a short: stores it, then tells the transcoder, else takes it back. */
final class CreateExport {

  private final CreateExportRepository exports;
  private final TranscodeQueue queue;
  private final Supplier<ExportId> newId;
  private final InstantSource clock;

  CreateExport(
      CreateExportRepository exports,
      TranscodeQueue queue,
      Supplier<ExportId> newId,
      InstantSource clock) {
    this.exports = exports;
    this.queue = queue;
    this.newId = newId;
    this.clock = clock;
  }

  /** How a request ended. */
  sealed interface Result {

    Optional<Quota> quota();

    record Accepted(Export export, Optional<Quota> quota) implements Result {}

    /** The export of an earlier request with the same key, as it is now. */
    record Repeated(Export export, Optional<Quota> quota) implements Result {}

    /**
     * The queue did not take it. With an idempotency key the same request again goes on with it.
     */
    record NotQueued(Optional<Quota> quota) implements Result {}

    /** The database said no. */
    record Refused(CreateOutcome why, Optional<Quota> quota) implements Result {}
  }

  Result create(ExportRequest request, Log log) {
    var asked = clock.instant();
    var reply = exports.create(newId.get(), request);
    var took = Duration.between(asked, clock.instant()).toMillis() / 1000.0;
    var outcome = reply.creation().outcome();
    log.info("decided", Map.of("outcome", outcome), Metric.seconds("QuotaStatementTime", took));
    var quota = reply.quota();
    return switch (reply.creation()) {
      case Created(var export) ->
          queue(export, quota, request, new Result.Accepted(export, quota), log);
      // A replay may be the caller's answer to a 503: the message may never have been sent. A
      // second one does no harm, since only one worker can claim the export.
      case Replayed(var export, var everClaimed)
          when export.state() instanceof Pending && !everClaimed ->
          queue(export, quota, request, new Result.Repeated(export, quota), log);
      case Replayed(var export, _) -> new Result.Repeated(export, quota);
      case KeyReused _,
          SceneNotFound _,
          UserNotFound _,
          SceneTooLong _,
          SceneEmpty _,
          LimitExceeded _ ->
          new Result.Refused(reply.creation(), quota);
    };
  }

  /**
   * @param sent how it ends if the queue takes it
   */
  private Result queue(
      Export export, Optional<Quota> quota, ExportRequest request, Result sent, Log log) {
    try {
      queue.send(export.id());
      return sent;
    } catch (TranscodeQueue.UnavailableException e) {
      log.with("export_id", export.id()).error("not queued", e);
      if (request.idempotencyKey().isPresent()) {
        return new Result.NotQueued(quota);
      }
      return exports.takeBack(export)
          ? new Result.NotQueued(quota.map(Quota::withoutTheNewest))
          : sent;
    }
  }
}
