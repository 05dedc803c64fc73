package dev.shorts.cleanup;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.shorts.aws.FunctionEnvironment;
import dev.shorts.json.Json;
import dev.shorts.log.Log;
import dev.shorts.log.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;

/**
 * Runs the task {@code {"task": "expire"}} every hour and {@code {"task": "sweep"}} every five
 * minutes.
 */
public final class CleanupHandler implements RequestStreamHandler {

  /** Time for the batch that has begun when the time is up: three calls. */
  static final Duration RESERVE = Duration.ofSeconds(60);

  private static final Metric SWEEP = Metric.count("Sweeps");

  private final Log log;
  private final ExpireExports expireExports;
  private final OrphanedFiles orphanedFiles;
  private final SweepExports sweepExports;

  /** Called by Lambda. */
  public CleanupHandler() {
    this(Log.toStandardOutput(), Wiring.of(FunctionEnvironment.ofThisFunction()));
  }

  CleanupHandler(Log log, Wiring wiring) {
    this.log = log;
    this.expireExports = wiring.expireExports();
    this.orphanedFiles = wiring.orphanedFiles();
    this.sweepExports = wiring.sweepExports();
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var runLog = log.with("request_id", context.getAwsRequestId());
    TimeBudget time = () -> context.getRemainingTimeInMillis() > RESERVE.toMillis();
    switch (String.valueOf(Json.object(input.readAllBytes()).get("task"))) {
      case "expire" -> {
        var tasks = new TaskRunner(runLog);
        tasks.run("expired", () -> expireExports.expire(time, runLog).done());
        tasks.run("swept", () -> swept(time, runLog));
        tasks.run("orphaned files", () -> orphanedFiles.deleteFiles(time, runLog).done());
        tasks.run("orphaned uploads", () -> orphanedFiles.abortUploads(time, runLog).done());
        tasks.throwFailure();
      }
      case "sweep" -> {
        if (sweepExports.hasMessages()) {
          var swept = swept(time, runLog);
          runLog.info("swept", swept.fields(), swept.metrics());
        } else {
          runLog.info("nothing to sweep", Map.of(), SWEEP);
        }
      }
      default -> throw new IllegalArgumentException("no such task: see template.yaml");
    }
  }

  private TaskRunner.Done swept(TimeBudget time, Log log) {
    return new TaskRunner.Done(sweepExports.sweep(time, log).fields(), SWEEP);
  }
}
