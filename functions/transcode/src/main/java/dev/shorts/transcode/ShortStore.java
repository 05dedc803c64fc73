package dev.shorts.transcode;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Puts shorts into the export bucket. */
record ShortStore(S3Client s3, String bucket) {

  private static final int PRECONDITION_FAILED = 412;

  /**
   * Stores {@code file} under {@code key}, unless another worker's file got there after ours was
   * claimed.
   *
   * @param stillOurs asked when there is a file already: it is an earlier try's if the job is ours
   * @return whether it is there now
   */
  boolean put(String key, Path file, BooleanSupplier stillOurs) {
    if (put(key, file, request -> request.ifNoneMatch("*"))) {
      return true;
    }
    var there = s3.headObject(request -> request.bucket(bucket).key(key)).eTag();
    return stillOurs.getAsBoolean() && put(key, file, request -> request.ifMatch(there));
  }

  private boolean put(String key, Path file, Consumer<PutObjectRequest.Builder> condition) {
    try {
      s3.putObject(
          request ->
              request.bucket(bucket).key(key).contentType("video/mp4").applyMutation(condition),
          RequestBody.fromFile(file));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED) {
        return false;
      }
      throw e;
    }
  }
}
