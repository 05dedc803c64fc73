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

/**
 * Stores shorts in the export bucket, by conditional writes that never replace a newer worker's
 * file.
 */
record ShortStore(S3Client s3, String bucket) {

  /** Time-out of one S3 request, not counting the upload of the body. */
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /**
   * Slowest upload that counts as alive, in bytes per second. Lambda gives a function some 75 MB/s.
   */
  private static final int SLOWEST = 20_000_000;

  /**
   * Conditional writes are retried this often. Each retry means that another worker, or our own
   * earlier request whose response was lost, wrote in between.
   */
  private static final int ROUNDS = 5;

  /**
   * Statuses of a write whose condition no longer holds: the object is gone (404), another request
   * wrote at the same time (409), or it exists or has another ETag (412).
   */
  private static final Set<Integer> CHANGED = Set.of(404, 409, 412);

  /** Without s3:ListBucket, S3 answers 403 instead of 404 for a missing object. */
  private static final Set<Integer> NOT_THERE = Set.of(403, 404);

  /** One upload, which may take as long as the deadline allows. */
  private record Upload(String key, Path file, Deadline deadline) {

    /**
     * Limits each attempt by the file's size, so that a stalled attempt leaves time for another.
     */
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
   * Builds a store whose client tries each request three times. A retry carries the same condition,
   * so S3 rejects the second of two requests that arrive.
   */
  static ShortStore connect(SdkHttpClient http, FunctionEnvironment environment) {
    var time = new CallTimeout(ANSWER.multipliedBy(2), ANSWER);
    var client = S3Client.builder().httpClient(http).overrideConfiguration(time).build();
    return new ShortStore(client, environment.get("EXPORT_BUCKET"));
  }

  /** Precondition of a write. */
  private interface Condition extends Consumer<PutObjectRequest.Builder> {

    Condition NOTHING_THERE = request -> request.ifNoneMatch("*");

    static Condition unchanged(String etag) {
      return request -> request.ifMatch(etag);
    }
  }

  /**
   * Stores {@code file} under {@code key} unless another worker has taken over the job. The
   * object's ETag is read before the lease is checked, so a newer worker's file is never
   * overwritten.
   *
   * @param deadline covers all requests
   * @param stillOurs checks the lease before each write but the first: an existing object was
   *     written by an earlier attempt, a late worker or a request of ours whose response was lost
   * @return whether the file is stored
   * @throws IllegalStateException if other requests kept writing
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

  /** Returns S3's error if the condition does not hold; empty if the file was written. */
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
