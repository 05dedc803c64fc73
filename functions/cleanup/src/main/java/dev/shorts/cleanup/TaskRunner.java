package dev.shorts.cleanup;

import dev.shorts.log.Log;
import dev.shorts.log.Metric;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs the tasks of a cleanup one after the other, also after one has failed. */
final class TaskRunner {

  private final Log log;
  private Optional<RuntimeException> failure = Optional.empty();

  /** The log fields and metrics of a task that is done. */
  record Done(Map<String, Object> fields, Metric... metrics) {}

  TaskRunner(Log log) {
    this.log = log;
  }

  /**
   * @param event the log event if the task succeeds
   */
  void run(String event, Supplier<Done> task) {
    try {
      var done = task.get();
      log.info(event, done.fields(), done.metrics());
    } catch (RuntimeException e) {
      log.error("not " + event, e);
      failure = failure.or(() -> Optional.of(e));
    }
  }

  /** Throws the first failure, so that Lambda invokes the function again. */
  void throwFailure() {
    failure.ifPresent(
        e -> {
          throw e;
        });
  }
}
