package dev.shorts.migrate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.shorts.log.Log;
import dev.shorts.migrate.database.FailureMessage;
import dev.shorts.migrate.database.RunDeadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Serves the custom resource {@code Custom::Migration}, which CloudFormation invokes when the stack
 * is created, updated or deleted.
 */
public final class MigrateHandler implements RequestStreamHandler {

  /** Three attempts of ten seconds each, and time to close connections and to write the log. */
  private static final Duration ANSWERING = Duration.ofSeconds(35);

  private final Log log;
  private final Supplier<Migrate> wiring;

  /** Called by Lambda. */
  public MigrateHandler() {
    this(Log.toStandardOutput(), Wiring::ofThisFunction);
  }

  /**
   * @param wiring called during a request, so that its failures get a response too
   */
  MigrateHandler(Log log, Supplier<Migrate> wiring) {
    this.log = log;
    this.wiring = wiring;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var request = CustomResourceRequest.of(input.readAllBytes());
    var runLog = log.with("request_id", context.getAwsRequestId());
    var answer = answer(request, left(context).minus(ANSWERING), runLog);
    request.answer(answer, left(context));
  }

  /** Every failure gets a response, since a stack without one waits for an hour. */
  private CustomResourceResponse answer(CustomResourceRequest request, Duration time, Log runLog) {
    if (request.isDelete()) {
      runLog.info("nothing deleted", Map.of());
      return new CustomResourceResponse.Success();
    }
    try {
      var deadline = new RunDeadline(time);
      var outcome = deadline.run(() -> wiring.get().migrate(deadline, request.isRollback()));
      outcome.notes().forEach(note -> runLog.warn("database note", Map.of("note", note)));
      runLog.info("migrated", Map.of("migrations", outcome.migrations()));
      return new CustomResourceResponse.Success();
    } catch (Throwable e) { // no memory, or a class that the zip lacks, too
      runLog.error("migration failed", e);
      return new CustomResourceResponse.Failed(FailureMessage.of(e));
    }
  }

  private static Duration left(Context context) {
    return Duration.ofMillis(context.getRemainingTimeInMillis());
  }
}
