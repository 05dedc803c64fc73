package dev.shorts.cleanup;

import dev.shorts.export.Export;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/** Lists and deletes files and unfinished uploads of the export bucket. */
final class FileStore {

  private final S3Client client;
  private final String bucket;

  FileStore(S3Client client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  /** A file or an unfinished upload, with the time at which it was begun. */
  record Stored(String key, Instant since) {}

  /** A multipart upload that isn't completed. */
  record Upload(String id, Stored file) {}

  /** Lists the files under the prefix of exports, in pages of up to 1000. */
  Iterable<List<Stored>> files() {
    var pages =
        client.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(Export.KEY_PREFIX));
    return () ->
        pages.stream()
            .map(
                page ->
                    page.contents().stream()
                        .map(object -> new Stored(object.key(), object.lastModified()))
                        .toList())
            .iterator();
  }

  /** Lists the unfinished uploads under the prefix of exports, in pages of up to 1000. */
  Iterable<List<Upload>> uploads() {
    var pages =
        client.listMultipartUploadsPaginator(
            request -> request.bucket(bucket).prefix(Export.KEY_PREFIX));
    return () ->
        pages.stream()
            .map(page -> page.uploads().stream().map(FileStore::upload).toList())
            .iterator();
  }

  private static Upload upload(MultipartUpload upload) {
    return new Upload(upload.uploadId(), new Stored(upload.key(), upload.initiated()));
  }

  /**
   * Aborts uploads, one by one.
   *
   * @return the keys of those that are still there, and why
   */
  Map<String, String> abort(List<Upload> uploads) {
    var failures = new HashMap<String, String>();
    for (var upload : uploads) {
      var key = upload.file().key();
      try {
        client.abortMultipartUpload(
            request -> request.bucket(bucket).key(key).uploadId(upload.id()));
      } catch (NoSuchUploadException _) {
        // Completed or aborted meanwhile.
      } catch (SdkException e) {
        failures.put(key, e.getClass().getSimpleName());
      }
    }
    return failures;
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
