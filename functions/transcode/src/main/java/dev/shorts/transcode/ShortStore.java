package dev.shorts.transcode;

import dev.shorts.aws.CallTimeout;
import dev.shorts.aws.FunctionEnvironment;
import dev.shorts.transcode.job.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Puts shorts into the export bucket. */
record ShortStore(S3Client s3, String bucket) {

  /** How long S3 may take to answer whatever it is asked, a body apart. */
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /** Bytes per second. Lambda gives a function some 75 MB/s: what is slower than this is stuck. */
  private static final int SLOWEST = 20_000_000;

  /**
   * Each is lost to somebody who wrote at the same moment: a late worker, of whom there are few, or
   * this one's own request, when the answer to it was lost.
   */
  private static final int ROUNDS = 5;

  /**
   * What became of the object since it was looked at: gone (404), others have written at the same
   * time (409), is there, or is another (412).
   */
  private static final Set<Integer> CHANGED = Set.of(404, 409, 412);

  /** Who may not list the bucket is told 403 of what isn't there. */
  private static final Set<Integer> NOT_THERE = Set.of(403, 404);

  /** A file on its way, which may take as long as there is time. */
  private record Upload(String key, Path file, Deadline deadline) {

    /** Each attempt gets what its size needs; one that stalls leaves time for another. */
    void limit(AwsRequestOverrideConfiguration.Builder call) {
      var left = deadline.left();
      if (left.isZero()) {
        throw new IllegalStateException("no time is left to store the short");
      }
      var needed = ANSWER.plusSeconds(file.toFile().length() / SLOWEST);
      call.apiCallTimeout(left).apiCallAttemptTimeout(needed);
    }
  }

  /**
   * The client behind it tries each request three times: a repeated one has the same condition, so
   * that the second of two that arrive is refused.
   */
  static ShortStore connect(SdkHttpClient http, FunctionEnvironment environment) {
    var time = new CallTimeout(ANSWER.multipliedBy(2), ANSWER);
    var client = S3Client.builder().httpClient(http).overrideConfiguration(time).build();
    return new ShortStore(client, environment.get("EXPORT_BUCKET"));
  }

  /** What a write depends on. */
  private interface Condition extends Consumer<PutObjectRequest.Builder> {

    Condition NOTHING_THERE = request -> request.ifNoneMatch("*");

    static Condition unchanged(String etag) {
      return request -> request.ifMatch(etag);
    }
  }

  /**
   * Stores {@code file} under {@code key}, unless another worker has the job: what that one has
   * written is never written over, since the file is looked at before the lease is.
   *
   * @param deadline for all of it
   * @param stillOurs asked before each write but the first: what is there is an earlier try's, a
   *     late worker's or our own if the job is ours
   * @return whether it is there now
   * @throws IllegalStateException if others kept writing
   */
  boolean put(String key, Path file, Deadline deadline, BooleanSupplier stillOurs) {
    var upload = new Upload(key, file, deadline);
    var refusal = write(upload, Condition.NOTHING_THERE);
    for (int round = 1; refusal.isPresent(); round++) {
      if (round == ROUNDS) {
        throw new IllegalStateException("not stored in %d rounds".formatted(round), refusal.get());
      }
      var condition = etag(key).map(Condition::unchanged).orElse(Condition.NOTHING_THERE);
      if (!stillOurs.getAsBoolean()) {
        return false;
      }
      refusal = write(upload, condition);
    }
    return true;
  }

  /** Empty if it was written. */
  private Optional<S3Exception> write(Upload upload, Condition condition) {
    try {
      s3.putObject(
          request ->
              request
                  .bucket(bucket)
                  .key(upload.key())
                  .contentType("video/mp4")
                  .overrideConfiguration(upload::limit)
                  .applyMutation(condition),
          RequestBody.fromFile(upload.file()));
      return Optional.empty();
    } catch (S3Exception e) {
      if (CHANGED.contains(e.statusCode())) {
        return Optional.of(e);
      }
      throw e;
    }
  }

  private Optional<String> etag(String key) {
    try {
      return Optional.of(s3.headObject(request -> request.bucket(bucket).key(key)).eTag());
    } catch (S3Exception e) {
      if (NOT_THERE.contains(e.statusCode())) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
