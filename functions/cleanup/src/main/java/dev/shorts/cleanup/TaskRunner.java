package dev.shorts.cleanup;

import dev.shorts.log.Log;
import dev.shorts.log.Metric;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The steps of one run, of which one that fails does not stop the others. */
final class TaskRunner {

  private final Log log;
  private Optional<RuntimeException> failure = Optional.empty();

  /** What there is to say of a step. */
  record Done(Map<String, Object> fields, Metric... metrics) {}

  TaskRunner(Log log) {
    this.log = log;
  }

  /**
   * @param event that it is done
   */
  void run(String event, Supplier<Done> step) {
    try {
      var done = step.get();
      log.info(event, done.fields(), done.metrics());
    } catch (RuntimeException e) {
      log.error("not " + event, e);
      failure = failure.or(() -> Optional.of(e));
    }
  }

  /** Lambda is to know of it, and tries again. */
  void throwFailure() {
    failure.ifPresent(
        e -> {
          throw e;
        });
  }
}
