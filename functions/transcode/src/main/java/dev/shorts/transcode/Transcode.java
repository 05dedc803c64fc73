package dev.shorts.transcode;

import dev.shorts.aws.DataApi;
import dev.shorts.export.ExportId;
import dev.shorts.log.Failure;
import dev.shorts.log.Log;
import dev.shorts.transcode.ffmpeg.Binaries;
import dev.shorts.transcode.source.RangeServer;
import dev.shorts.transcode.source.SourceException;
import dev.shorts.transcode.source.SourceObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes a queued export's short. */
final class Transcode {

  private static final String OUR_FAULT =
      "Something went wrong on our side. Please create a new export.";

  /** Of the minute after FFmpeg; the rest is for the report, which may take 20 s. */
  static final Duration PROOF_AND_UPLOAD = Duration.ofSeconds(40);

  private final JobTable jobs;
  private final S3Client s3;
  private final String sourceBucket;
  private final ShortStore shorts;
  private final Binaries binaries;
  private final Path workRoot;
  private final Cores cores;
  private final InstantSource clock;
  private final Supplier<UUID> secrets;

  Transcode(
      JobTable jobs,
      S3Client s3,
      String sourceBucket,
      ShortStore shorts,
      Binaries binaries,
      Path workRoot,
      Cores cores,
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
   * Safe to repeat: an export that another worker has, or that is finished, is left alone.
   *
   * @param stopAt when FFmpeg has to be done
   */
  Outcome transcode(ExportId export, Instant stopAt, Log log) {
    var laps = new Laps(clock);
    return switch (jobs.claim(export, secrets.get())) {
      case Claim.NothingToDo() ->
          Events.ended(Outcome.NOTHING_TO_DO, "it is finished, expired or gone", log);
      case Claim.GivenUp(var reason, var attempt) ->
          Events.failed(new Failure(reason, "claim"), log.with("attempt", attempt));
      case Claim.Held() -> Events.ended(Outcome.HELD, "another worker has it", log);
      case Claim.Claimed(var job) -> work(job, laps, stopAt, log.with("attempt", job.attempt()));
    };
  }

  private Outcome work(Job job, Laps laps, Instant stopAt, Log log) {
    Events.claimed(job, log);
    var lease = Lease.keep(jobs, job, laps.start(), clock, log);
    laps.end("claim");
    try {
      var made = make(job, lease, laps, stopAt, log);
      return made.isPresent() && deliver(job, made.get(), log)
          ? Events.completed(made.get(), laps, log)
          : Events.ended(Outcome.LOST, "before it was delivered", log);
    } catch (SourceException e) {
      return fail(job, e, log);
    } catch (InterruptedException | RuntimeException e) {
      return lease.isLost() ? Events.ended(Outcome.LOST, e.toString(), log) : release(job, e, log);
    }
  }

  /** Empty if the job was lost before the short was stored. */
  private Optional<MadeShort> make(Job job, Lease lease, Laps laps, Instant stopAt, Log log)
      throws InterruptedException {
    var deadline = new Deadline(stopAt, clock);
    try (lease;
        var work = WorkDirectory.empty(workRoot);
        var source = source(job, work)) {
      var file = work.file("short.mp4");
      var planning = new Planning(binaries.ffprobe(), deadline);
      var encoding = new Encoding(binaries.ffmpeg(), cores, deadline, log);
      var done = new ShortMaker(planning, encoding, laps).make(source, job, file, lease::progress);
      laps.of("read", source.waited());
      var afterwards = deadline.plus(PROOF_AND_UPLOAD);
      var proved = new Proving(binaries.ffprobe(), afterwards).prove(file, done);
      laps.end("prove");
      var stored = shorts.put(job.key(), file, afterwards, lease::isConfirmed);
      laps.end("upload");
      return stored ? Optional.of(MadeShort.of(proved, done)) : Optional.empty();
    }
  }

  /**
   * Told again to a database that didn't answer: what is made and stored is worth more than another
   * try, and the same delivery told twice is one.
   */
  private boolean deliver(Job job, MadeShort made, Log log) {
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

  private Outcome fail(Job job, SourceException e, Log log) {
    Events.refused(e, log);
    return jobs.fail(job, e.problem().sentence())
        ? Events.failed(new Failure(e.problem().name(), "worker"), log)
        : Events.ended(Outcome.LOST, e.problem().name(), log);
  }

  private Outcome release(Job job, Exception e, Log log) {
    log.error("try failed", e);
    return switch (jobs.release(job, OUR_FAULT)) {
      case RELEASED -> Events.ended(Outcome.RELEASED, e.toString(), log);
      case FAILED -> Events.failed(new Failure("GAVE_UP_TRIES", "worker"), log);
      case LOST -> Events.ended(Outcome.LOST, e.toString(), log);
    };
  }
}
