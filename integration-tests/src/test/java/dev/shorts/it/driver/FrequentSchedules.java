package dev.shorts.it.driver;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The schedules of the template, far more often than there. */
public record FrequentSchedules(ScheduledExecutorService timer) implements AutoCloseable {

  public static FrequentSchedules of(Platform platform) {
    var clockwork = new FrequentSchedules(Executors.newScheduledThreadPool(2));
    clockwork.every(1, () -> platform.fire("CleanupFunctionSweep"));
    clockwork.every(5, () -> platform.fire("CleanupFunctionExpire"));
    return clockwork;
  }

  private void every(int seconds, Runnable task) {
    timer.scheduleWithFixedDelay(
        () -> {
          try {
            task.run();
          } catch (RuntimeException e) {
            System.err.println("a run failed, the next one follows: " + e);
          }
        },
        seconds,
        seconds,
        TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    timer.close();
  }
}
