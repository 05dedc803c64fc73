package dev.shorts.cleanup;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/** The export bucket, from which files are deleted. */
final class FileStore {

  private final S3Client client;
  private final String bucket;

  FileStore(S3Client client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  /**
   * Deletes up to 1000 files; one that is not there counts as deleted.
   *
   * @return the keys that are still there, and why
   */
  Map<String, String> delete(List<String> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    var objects = keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList();
    try {
      return client
          .deleteObjects(
              request -> request.bucket(bucket).delete(all -> all.objects(objects).quiet(true)))
          .errors()
          .stream()
          .collect(Collectors.toMap(S3Error::key, error -> String.valueOf(error.code())));
    } catch (SdkException e) {
      return keys.stream().collect(Collectors.toMap(key -> key, _ -> e.getClass().getSimpleName()));
    }
  }
}
