package dev.shorts.transcode.source;

import dev.shorts.transcode.problem.SourceException;
import dev.shorts.transcode.problem.StoragePathForm;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Opens uploaded videos in the source bucket.
 *
 * @param s3 must not retry by itself: {@link Retries} does
 */
public record SourceBucket(S3Client s3, String name) {

  /**
   * Finds the current version of an object. S3 is not asked about paths that are no key by the
   * contract, so that every store gives the same answer.
   *
   * @param key as the platform has stored it
   * @throws SourceException if there is none
   */
  public SourceObject open(String key) throws InterruptedException {
    var noKey = StoragePathForm.ofNoKey(key);
    if (noKey.isPresent()) {
      throw SourceException.notAKey(noKey.get(), "S3 was not asked");
    }
    return Retries.USUAL.call(() -> find(key));
  }

  private SourceObject find(String key) {
    try {
      var head = s3.headObject(request -> request.bucket(name).key(key));
      return new SourceObject(s3, name, key, head.eTag(), head.contentLength());
    } catch (S3Exception e) {
      throw e.statusCode() == SourceObject.NOT_FOUND
          ? StoragePathForm.ofMissing(key, name)
              .map(form -> SourceException.notAKey(form, e.getMessage()))
              .orElseGet(() -> SourceObject.gone(e))
          : SourceObject.toException(e);
    }
  }
}
