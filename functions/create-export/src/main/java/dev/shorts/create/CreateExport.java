package dev.shorts.create;

import dev.shorts.aws.TranscodeQueue;
import dev.shorts.create.Creation.Created;
import dev.shorts.create.Creation.KeyReused;
import dev.shorts.create.Creation.LimitExceeded;
import dev.shorts.create.Creation.Replayed;
import dev.shorts.create.Creation.SceneEmpty;
import dev.shorts.create.Creation.SceneNotFound;
import dev.shorts.create.Creation.SceneTooLong;
import dev.shorts.export.Export;
import dev.shorts.export.ExportId;
import dev.shorts.export.ExportState.Pending;
import dev.shorts.log.Log;
import java.util.Optional;
import java.util.function.Supplier;

/** Accepts a request for a short: stores it, then tells the transcoder, else takes it back. */
final class CreateExport {

  private final ExportTable exports;
  private final TranscodeQueue queue;
  private final Supplier<ExportId> newId;

  CreateExport(ExportTable exports, TranscodeQueue queue, Supplier<ExportId> newId) {
    this.exports = exports;
    this.queue = queue;
    this.newId = newId;
  }

  /** How a request ended. */
  sealed interface Result {

    Optional<Quota> quota();

    record Accepted(Export export, Optional<Quota> quota) implements Result {}

    /**
     * The queue did not take it. With an idempotency key the same request again goes on with it.
     */
    record NotQueued(Optional<Quota> quota) implements Result {}

    /** The database said no. */
    record Refused(Creation why, Optional<Quota> quota) implements Result {}
  }

  Result create(ExportRequest request, Log log) {
    var reply = exports.create(newId.get(), request);
    var quota = reply.quota();
    return switch (reply.creation()) {
      case Created(var export) -> queue(export, quota, request, log);
      // A replay may be the caller's answer to a 503: the message may never have been sent. A
      // second one does no harm, since only one worker can claim the export.
      case Replayed(var export, var everClaimed)
          when export.state() instanceof Pending && !everClaimed ->
          queue(export, quota, request, log);
      case Replayed(var export, _) -> new Result.Accepted(export, quota);
      case KeyReused _, SceneNotFound _, SceneTooLong _, SceneEmpty _, LimitExceeded _ ->
          new Result.Refused(reply.creation(), quota);
    };
  }

  private Result queue(Export export, Optional<Quota> quota, ExportRequest request, Log log) {
    try {
      queue.send(export.id());
      return new Result.Accepted(export, quota);
    } catch (TranscodeQueue.UnavailableException e) {
      log.with("export_id", export.id()).error("not queued", e);
      if (request.idempotencyKey().isPresent()) {
        return new Result.NotQueued(quota);
      }
      return exports.takeBack(export)
          ? new Result.NotQueued(quota.map(Quota::withoutTheNewest))
          : new Result.Accepted(export, quota);
    }
  }
}
