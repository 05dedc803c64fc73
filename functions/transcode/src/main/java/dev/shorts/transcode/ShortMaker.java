package dev.shorts.transcode;

import dev.shorts.transcode.job.FinishedShort;
import dev.shorts.transcode.source.RangeServer;
import dev.shorts.transcode.source.SourceBucket;
import dev.shorts.transcode.verify.Verifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes the short of one attempt: opens the source, encodes the scene, verifies the file and hands
 * it over for upload.
 *
 * @param workRoot directory for the files of one job at a time
 */
record ShortMaker(SourceBucket sources, SceneEncoder encoder, Verifier verifier, Path workRoot) {

  /**
   * Time for verification and upload after FFmpeg's deadline. The handler reserves a minute; the
   * rest is for reporting the outcome, which may take 20 s.
   */
  static final Duration VERIFY_AND_UPLOAD = Duration.ofSeconds(40);

  /**
   * Makes the short and deletes all local files.
   *
   * @param secret makes the address of the source unguessable
   * @param upload stores the verified file; returns false if the lease is lost
   * @return empty if {@code upload} returned false
   * @throws dev.shorts.transcode.problem.SourceException if no short can be made of the source
   */
  Optional<FinishedShort> make(Attempt attempt, String secret, Predicate<Path> upload)
      throws InterruptedException {
    var deadline = attempt.deadline();
    var timer = attempt.timer();
    try (var work = WorkDirectory.empty(workRoot);
        var source =
            RangeServer.of(
                sources.open(attempt.job().source()),
                secret,
                work.file("source"),
                deadline.clock())) {
      var file = work.file("short.mp4");
      var plan = encoder.encode(source, attempt, file);
      timer.record("read", source.waited());
      var verified = verifier.verify(file, plan, deadline.plus(VERIFY_AND_UPLOAD));
      timer.end("prove");
      boolean stored = upload.test(file);
      timer.end("upload");
      return stored ? Optional.of(verified.finished(plan.notice())) : Optional.empty();
    }
  }
}
