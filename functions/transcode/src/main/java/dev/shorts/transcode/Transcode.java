package dev.shorts.transcode;

import dev.shorts.aws.DataApi;
import dev.shorts.export.ExportId;
import dev.shorts.log.ExportFailedEvent;
import dev.shorts.log.Log;
import dev.shorts.transcode.job.Claim;
import dev.shorts.transcode.job.Deadline;
import dev.shorts.transcode.job.FinishedShort;
import dev.shorts.transcode.job.Job;
import dev.shorts.transcode.job.JobRepository;
import dev.shorts.transcode.job.Lease;
import dev.shorts.transcode.job.LeaseTimes;
import dev.shorts.transcode.problem.SourceException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Transcodes one queued export: claims it, keeps its lease, has the short made, stores it and
 * reports the outcome.
 */
final class Transcode {

  private static final String OUR_FAULT =
      "Something went wrong on our side. Please create a new export.";

  private final JobRepository jobs;
  private final LeaseTimes leaseTimes;
  private final ShortMaker maker;
  private final ShortStore shorts;
  private final InstantSource clock;
  private final Supplier<UUID> tokens;

  /**
   * @param tokens random tokens of claims and secrets of source addresses
   */
  Transcode(
      JobRepository jobs,
      LeaseTimes leaseTimes,
      ShortMaker maker,
      ShortStore shorts,
      InstantSource clock,
      Supplier<UUID> tokens) {
    this.jobs = jobs;
    this.leaseTimes = leaseTimes;
    this.maker = maker;
    this.shorts = shorts;
    this.clock = clock;
    this.tokens = tokens;
  }

  /**
   * Transcodes an export. Safe to repeat: an export that is finished, or that another worker holds,
   * is left alone.
   *
   * @param stopAt latest time at which FFmpeg may still run
   */
  MessageOutcome transcode(ExportId export, Instant stopAt, Log log) {
    var timer = new StepTimer(clock);
    return switch (jobs.claim(export, tokens.get(), leaseTimes)) {
      case Claim.NothingToDo() ->
          JobEvents.ended(MessageOutcome.NOTHING_TO_DO, "it is finished, expired or gone", log);
      case Claim.GivenUp(var reason, var attempt) ->
          JobEvents.failed(new ExportFailedEvent(reason, "claim"), log.with("attempt", attempt));
      case Claim.Held() -> JobEvents.ended(MessageOutcome.HELD, "another worker has it", log);
      case Claim.Claimed(var job) ->
          work(begin(job, timer, new Deadline(stopAt, clock), log.with("attempt", job.attempt())));
    };
  }

  private Attempt begin(Job job, StepTimer timer, Deadline deadline, Log log) {
    JobEvents.claimed(job, log);
    var lease = Lease.keep(jobs, job, leaseTimes, timer.start(), clock, log);
    timer.end("claim");
    return new Attempt(job, lease, timer, deadline, log);
  }

  private MessageOutcome work(Attempt attempt) {
    var job = attempt.job();
    var log = attempt.log();
    try {
      var finished = make(attempt);
      return finished.isPresent() && deliver(job, finished.get(), log)
          ? JobEvents.completed(finished.get(), attempt)
          : JobEvents.ended(MessageOutcome.LOST, "before it was delivered", log);
    } catch (SourceException e) {
      return fail(job, e, log);
    } catch (InterruptedException | RuntimeException e) {
      return attempt.lease().isLost()
          ? JobEvents.ended(MessageOutcome.LOST, e.toString(), log)
          : release(job, e, log);
    }
  }

  /** Returns empty if the lease was lost before the short was stored. */
  private Optional<FinishedShort> make(Attempt attempt) throws InterruptedException {
    var key = attempt.job().key();
    var deadline = attempt.deadline().plus(ShortMaker.VERIFY_AND_UPLOAD);
    try (var lease = attempt.lease()) {
      return maker.make(
          attempt,
          tokens.get().toString(),
          file -> shorts.put(key, file, deadline, lease::confirm));
    }
  }

  /**
   * Reports the stored short, a second time if the database did not answer: repeating the update is
   * harmless, and the stored short would otherwise be made again.
   */
  private boolean deliver(Job job, FinishedShort finished, Log log) {
    try {
      return jobs.complete(job, finished);
    } catch (DataApi.UnavailableException e) {
      log.error("delivery not confirmed", e);
      return jobs.complete(job, finished);
    }
  }

  private MessageOutcome fail(Job job, SourceException e, Log log) {
    JobEvents.refused(e, log);
    return jobs.fail(job, e.problem().sentence())
        ? JobEvents.failed(new ExportFailedEvent(e.problem().name(), "worker"), log)
        : JobEvents.ended(MessageOutcome.LOST, e.problem().name(), log);
  }

  private MessageOutcome release(Job job, Exception e, Log log) {
    log.error("try failed", e);
    return switch (jobs.release(job, OUR_FAULT)) {
      case RELEASED -> JobEvents.ended(MessageOutcome.RELEASED, e.toString(), log);
      case FAILED -> JobEvents.failed(new ExportFailedEvent("GAVE_UP_TRIES", "worker"), log);
      case LOST -> JobEvents.ended(MessageOutcome.LOST, e.toString(), log);
    };
  }
}
