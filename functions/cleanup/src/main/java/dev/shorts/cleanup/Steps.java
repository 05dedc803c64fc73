package dev.shorts.cleanup;

import dev.shorts.log.Log;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The steps of one run, of which one that fails does not stop the others. */
final class Steps {

  private final Log log;
  private Optional<RuntimeException> failure = Optional.empty();

  Steps(Log log) {
    this.log = log;
  }

  /**
   * @param event that it is done
   * @param step answers what there is to say about it
   */
  void run(String event, Supplier<Map<String, Object>> step) {
    try {
      log.info(event, step.get());
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
