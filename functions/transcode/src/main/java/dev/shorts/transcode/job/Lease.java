package dev.shorts.transcode.job;

import dev.shorts.log.Log;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Renews the lease of a job while the worker thread runs, and interrupts that thread when the lease
 * is lost or could have expired, so that two workers never write for the same job.
 */
public final class Lease implements AutoCloseable {

  private final JobRepository jobs;
  private final Job job;
  private final LeaseTimes times;
  private final InstantSource clock;
  private final Log log;
  private final Thread worker = Thread.currentThread();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

  private Instant confirmed;
  private int progress;
  private boolean lost;

  private Lease(
      JobRepository jobs,
      Job job,
      LeaseTimes times,
      Instant claimed,
      InstantSource clock,
      Log log) {
    this.jobs = jobs;
    this.job = job;
    this.times = times;
    this.confirmed = claimed;
    this.clock = clock;
    this.log = log;
  }

  /**
   * Starts to renew the lease of a job that the calling thread has claimed.
   *
   * @param claimed a time not after the claim
   */
  public static Lease keep(
      JobRepository jobs,
      Job job,
      LeaseTimes times,
      Instant claimed,
      InstantSource clock,
      Log log) {
    var lease = new Lease(jobs, job, times, claimed, clock, log);
    long millis = times.renewal().toMillis();
    lease.timer.scheduleAtFixedRate(lease::renew, millis, millis, TimeUnit.MILLISECONDS);
    return lease;
  }

  /**
   * Sets the progress that the next renewal stores.
   *
   * @param percent 0 to 100
   */
  public synchronized void progress(int percent) {
    progress = percent;
  }

  public synchronized boolean isLost() {
    return lost;
  }

  /**
   * Renews the lease immediately.
   *
   * @return whether the claim still holds the job
   */
  public boolean confirm() {
    renew();
    return !isLost();
  }

  /**
   * Stops the renewals. The calling thread is not interrupted after this returns, so it can finish
   * the job.
   */
  @Override
  public void close() {
    timer.shutdownNow();
    synchronized (this) {
      if (lost) {
        Thread.interrupted();
      }
    }
  }

  private void renew() {
    var now = clock.instant();
    try {
      if (jobs.renew(job, currentProgress(), times)) {
        confirm(now);
      } else {
        lose("another worker has the job");
      }
    } catch (RuntimeException e) {
      if (timer.isShutdown()) {
        return; // close() interrupted this renewal.
      }
      log.error("lease not renewed", e);
      if (couldExpireBeforeNextRenewal()) {
        lose("the database does not answer");
      }
    }
  }

  private synchronized int currentProgress() {
    return progress;
  }

  private synchronized void confirm(Instant now) {
    confirmed = now;
  }

  private synchronized boolean couldExpireBeforeNextRenewal() {
    return confirmed.plus(times.length()).isBefore(clock.instant().plus(times.renewal()));
  }

  private synchronized void lose(String reason) {
    if (!lost && !timer.isShutdown()) {
      lost = true;
      log.warn("lease lost", Map.of("why", reason));
      worker.interrupt();
    }
  }
}
