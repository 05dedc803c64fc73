package dev.shorts.transcode.job;

import dev.shorts.log.Log;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a job ours while its thread works, and interrupts that thread when it no longer is, or may
 * no longer be: what a worker without a lease does is in another's way.
 */
public final class Lease implements AutoCloseable {

  private final JobRepository jobs;
  private final Job job;
  private final InstantSource clock;
  private final Log log;
  private final Thread worker = Thread.currentThread();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

  private Instant confirmed;
  private int progress;
  private boolean lost;

  private Lease(JobRepository jobs, Job job, Instant claimed, InstantSource clock, Log log) {
    this.jobs = jobs;
    this.job = job;
    this.confirmed = claimed;
    this.clock = clock;
    this.log = log;
  }

  /**
   * Begins to renew the lease of a job that the calling thread has claimed.
   *
   * @param claimed a time before the claim
   */
  public static Lease keep(
      JobRepository jobs, Job job, Instant claimed, InstantSource clock, Log log) {
    var lease = new Lease(jobs, job, claimed, clock, log);
    long millis = jobs.lease().renewal().toMillis();
    lease.timer.scheduleAtFixedRate(lease::renew, millis, millis, TimeUnit.MILLISECONDS);
    return lease;
  }

  /**
   * @param percent 0 to 100; told to the database with the next renewal
   */
  public synchronized void progress(int percent) {
    progress = percent;
  }

  public synchronized boolean isLost() {
    return lost;
  }

  /** Asks the database, now, whether the job is still ours. */
  public boolean isConfirmed() {
    renew();
    return !isLost();
  }

  /** The job may be finished by the calling thread, which is no longer interrupted. */
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
      if (jobs.renew(job, currentProgress())) {
        confirm(now);
      } else {
        lose("another worker has the job");
      }
    } catch (RuntimeException e) {
      if (timer.isShutdown()) {
        return; // It was interrupted: the job is done.
      }
      log.error("lease not renewed", e);
      if (mayRunOutBeforeTheNext()) {
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

  private synchronized boolean mayRunOutBeforeTheNext() {
    var times = jobs.lease();
    return confirmed.plus(times.length()).isBefore(clock.instant().plus(times.renewal()));
  }

  private synchronized void lose(String why) {
    if (!lost && !timer.isShutdown()) {
      lost = true;
      log.warn("lease lost", Map.of("why", why));
      worker.interrupt();
    }
  }
}
