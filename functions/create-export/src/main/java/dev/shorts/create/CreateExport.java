package dev.shorts.create;

import dev.shorts.aws.TranscodeQueue;
import dev.shorts.create.CreateOutcome.Rejected;
import dev.shorts.create.CreateOutcome.Stored;
import dev.shorts.export.Export;
import dev.shorts.export.ExportId;
import dev.shorts.export.ExportState.Pending;
import dev.shorts.log.Log;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Accepts a request for a short: stores an export, then queues it for the transcoder. An export
 * that can't be queued is taken back.
 */
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

  /** A Result is an accepted export, or the reason why there is none. */
  sealed interface Result {

    Optional<Quota> quota();

    record Accepted(Export export, Optional<Quota> quota) implements Result {}

    /** The export of an earlier request with the same key, as it is now. */
    record Repeated(Export export, Optional<Quota> quota) implements Result {}

    /**
     * The queue did not take it. With an idempotency key the same request again goes on with it.
     */
    record NotQueued(Optional<Quota> quota) implements Result {}

    /** The database stored no export. */
    record Refused(Rejected why, Optional<Quota> quota) implements Result {}
  }

  Result create(ExportRequest request, Log log) {
    var asked = clock.instant();
    var reply = exports.create(newId.get(), request);
    CreateExportLog.decided(reply.outcome(), Duration.between(asked, clock.instant()), log);
    var quota = reply.quota();
    return switch (reply.outcome()) {
      case Stored.Created(var export) ->
          queue(export, quota, request, new Result.Accepted(export, quota), log);
      // A client repeats a request after a 503: the message may never have been sent. A second
      // message does no harm, since only one worker can claim the export.
      case Stored.Replayed(var export, var everClaimed)
          when export.state() instanceof Pending && !everClaimed ->
          queue(export, quota, request, new Result.Repeated(export, quota), log);
      case Stored.Replayed(var export, _) -> new Result.Repeated(export, quota);
      case Rejected why -> new Result.Refused(why, quota);
    };
  }

  /**
   * @param sent the result if the queue takes the message
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
      return exports.takeBack(export) ? new Result.NotQueued(quota.map(Quota::minusOne)) : sent;
    }
  }
}
