package dev.shorts.transcode;

import dev.shorts.aws.DataApi;
import dev.shorts.export.ExportId;
import dev.shorts.log.ExportFailedEvent;
import dev.shorts.log.Log;
import dev.shorts.transcode.encode.Encoder;
import dev.shorts.transcode.ffmpeg.Binaries;
import dev.shorts.transcode.job.Claim;
import dev.shorts.transcode.job.Deadline;
import dev.shorts.transcode.job.FinishedShort;
import dev.shorts.transcode.job.Job;
import dev.shorts.transcode.job.JobRepository;
import dev.shorts.transcode.job.Lease;
import dev.shorts.transcode.plan.CpuBudget;
import dev.shorts.transcode.plan.Planner;
import dev.shorts.transcode.problem.SourceException;
import dev.shorts.transcode.source.RangeServer;
import dev.shorts.transcode.source.SourceObject;
import dev.shorts.transcode.verify.Verifier;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Transcodes one queued export: claims it, keeps its lease, has the short made, stores it and
 * reports the outcome.
 */
final class Transcode {

  private static final String OUR_FAULT =
      "Something went wrong on our side. Please create a new export.";

  /**
   * Time for verification and upload after FFmpeg's deadline. The handler reserves a minute; the
   * rest is for reporting the outcome, which may take 20 s.
   */
  static final Duration PROOF_AND_UPLOAD = Duration.ofSeconds(40);

  private final JobRepository jobs;
  private final S3Client s3;
  private final String sourceBucket;
  private final ShortStore shorts;
  private final Binaries binaries;
  private final Path workRoot;
  private final CpuBudget cores;
  private final InstantSource clock;
  private final Supplier<UUID> secrets;

  Transcode(
      JobRepository jobs,
      S3Client s3,
      String sourceBucket,
      ShortStore shorts,
      Binaries binaries,
      Path workRoot,
      CpuBudget cores,
      InstantSource clock,
      Supplier<UUID> secrets) {
    this.jobs = jobs;
    this.s3 = s3;
    this.sourceBucket = sourceBucket;
    this.shorts = shorts;
    this.binaries = binaries;
    this.workRoot = workRoot;
    this.cores = cores;
    this.clock = clock;
    this.secrets = secrets;
  }

  /**
   * Transcodes an export. Safe to repeat: an export that is finished, or that another worker holds,
   * is left alone.
   *
   * @param stopAt latest time at which FFmpeg may still run
   */
  MessageOutcome transcode(ExportId export, Instant stopAt, Log log) {
    var laps = new StepTimer(clock);
    return switch (jobs.claim(export, secrets.get())) {
      case Claim.NothingToDo() ->
          JobEvents.ended(MessageOutcome.NOTHING_TO_DO, "it is finished, expired or gone", log);
      case Claim.GivenUp(var reason, var attempt) ->
          JobEvents.failed(new ExportFailedEvent(reason, "claim"), log.with("attempt", attempt));
      case Claim.Held() -> JobEvents.ended(MessageOutcome.HELD, "another worker has it", log);
      case Claim.Claimed(var job) -> work(job, laps, stopAt, log.with("attempt", job.attempt()));
    };
  }

  private MessageOutcome work(Job job, StepTimer laps, Instant stopAt, Log log) {
    JobEvents.claimed(job, log);
    var lease = Lease.keep(jobs, job, laps.start(), clock, log);
    laps.end("claim");
    try {
      var made = make(job, lease, laps, stopAt, log);
      return made.isPresent() && deliver(job, made.get(), log)
          ? JobEvents.completed(made.get(), laps, log)
          : JobEvents.ended(MessageOutcome.LOST, "before it was delivered", log);
    } catch (SourceException e) {
      return fail(job, e, log);
    } catch (InterruptedException | RuntimeException e) {
      return lease.isLost()
          ? JobEvents.ended(MessageOutcome.LOST, e.toString(), log)
          : release(job, e, log);
    }
  }

  /** Returns empty if the lease was lost before the short was stored. */
  private Optional<FinishedShort> make(
      Job job, Lease lease, StepTimer laps, Instant stopAt, Log log) throws InterruptedException {
    var deadline = new Deadline(stopAt, clock);
    try (lease;
        var work = WorkDirectory.empty(workRoot);
        var source = source(job, work)) {
      var file = work.file("short.mp4");
      var planning = new Planner(binaries.ffprobe(), deadline);
      var encoding = new Encoder(binaries.ffmpeg(), cores, deadline, log);
      var done = new ShortMaker(planning, encoding, laps).make(source, job, file, lease::progress);
      laps.of("read", source.waited());
      var afterwards = deadline.plus(PROOF_AND_UPLOAD);
      var proved = new Verifier(binaries.ffprobe(), afterwards).prove(file, done);
      laps.end("prove");
      var stored = shorts.put(job.key(), file, afterwards, lease::isConfirmed);
      laps.end("upload");
      return stored ? Optional.of(proved.finished(done.notice())) : Optional.empty();
    }
  }

  /**
   * Reports the stored short, a second time if the database did not answer: repeating the update is
   * harmless, and the stored short would otherwise be made again.
   */
  private boolean deliver(Job job, FinishedShort made, Log log) {
    try {
      return jobs.complete(job, made);
    } catch (DataApi.UnavailableException e) {
      log.error("delivery not confirmed", e);
      return jobs.complete(job, made);
    }
  }

  private RangeServer source(Job job, WorkDirectory work) throws InterruptedException {
    var object = SourceObject.open(s3, sourceBucket, job.source());
    return RangeServer.of(object, secrets.get().toString(), work.file("source"), clock);
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
