package dev.shorts.create;

import dev.shorts.aws.TranscodeQueue;
import dev.shorts.create.Creation.Created;
import dev.shorts.create.Creation.Replayed;
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

    /**
     * @param quota empty for a repeated request, which costs none
     */
    record Accepted(Export export, Optional<Quota> quota) implements Result {}

    /**
     * The queue did not take it. With an idempotency key the same request again goes on with it.
     */
    record NotQueued(Optional<Quota> quota) implements Result {}

    /** The database said no. */
    record Refused(Creation why) implements Result {}
  }

  Result create(ExportRequest request, Log log) {
    if (request.scene().isEmpty()) {
      return new Result.Refused(new Creation.SceneNotFound());
    }
    var creation = exports.create(newId.get(), request.scene().get(), request);
    return switch (creation) {
      case Created(var export, var quota) -> queue(export, Optional.of(quota), request, log);
      // A replay may be the caller's answer to a 503: the message may never have been sent. A
      // second
      // message does no harm, since only one worker can claim the export.
      case Replayed(var export, var everClaimed)
          when export.state() instanceof Pending && !everClaimed ->
          queue(export, Optional.empty(), request, log);
      case Replayed(var export, _) -> new Result.Accepted(export, Optional.empty());
      case Creation.KeyReused _,
          Creation.SceneNotFound _,
          Creation.SceneTooLong _,
          Creation.SceneEmpty _,
          Creation.LimitExceeded _ ->
          new Result.Refused(creation);
    };
  }

  private Result queue(Export export, Optional<Quota> quota, ExportRequest request, Log log) {
    try {
      queue.send(export.id());
      return new Result.Accepted(export, quota);
    } catch (TranscodeQueue.UnavailableException e) {
      log.with("export_id", export.id()).error("not queued", e);
      var gone = request.idempotencyKey().isEmpty() && exports.takeBack(export);
      var arrived = request.idempotencyKey().isEmpty() && !gone;
      return arrived ? new Result.Accepted(export, quota) : new Result.NotQueued(quota);
    }
  }
}
