package dev.shorts.cleanup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket that keeps what it was told to delete. */
final class CannedBucket implements S3Client {

  private final List<String> deleted = new ArrayList<>();
  private final Set<String> stuck = new HashSet<>();
  private final NavigableMap<String, Instant> files = new TreeMap<>();
  private final Map<String, Instant> uploads = new TreeMap<>();
  private final List<String> aborted = new ArrayList<>();
  private boolean down;

  CannedBucket down() {
    down = true;
    return this;
  }

  /** A file that can't be deleted. */
  CannedBucket stuck(String key) {
    stuck.add(key);
    return this;
  }

  List<String> deleted() {
    return List.copyOf(deleted);
  }

  @Override
  public DeleteObjectsResponse deleteObjects(DeleteObjectsRequest request) {
    if (down) {
      throw SdkClientException.create("the store is down");
    }
    var keys = request.delete().objects().stream().map(ObjectIdentifier::key).toList();
    deleted.addAll(keys.stream().filter(key -> !stuck.contains(key)).toList());
    return DeleteObjectsResponse.builder()
        .errors(
            keys.stream()
                .filter(stuck::contains)
                .map(key -> S3Error.builder().key(key).code("AccessDenied").build())
                .toList())
        .build();
  }

  /** A file that has been there since. */
  CannedBucket file(String key, Instant since) {
    files.put(key, since);
    return this;
  }

  /** An upload in parts, named by its key, that was begun then. */
  CannedBucket upload(String key, Instant since) {
    uploads.put(key, since);
    return this;
  }

  /** The keys of the uploads that were given up. */
  List<String> aborted() {
    return List.copyOf(aborted);
  }

  /** Two files a page. */
  @Override
  public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
    var after = Optional.ofNullable(request.continuationToken()).orElse("");
    var rest = files.tailMap(after, false);
    var page =
        rest.keySet().stream().filter(key -> key.startsWith(request.prefix())).limit(2).toList();
    boolean more = page.size() == 2;
    return ListObjectsV2Response.builder()
        .contents(
            page.stream()
                .map(key -> S3Object.builder().key(key).lastModified(files.get(key)).build())
                .toList())
        .isTruncated(more)
        .nextContinuationToken(more ? page.getLast() : null)
        .build();
  }

  @Override
  public ListMultipartUploadsResponse listMultipartUploads(ListMultipartUploadsRequest request) {
    return ListMultipartUploadsResponse.builder()
        .uploads(
            uploads.entrySet().stream()
                .map(
                    it ->
                        MultipartUpload.builder()
                            .key(it.getKey())
                            .uploadId("of " + it.getKey())
                            .initiated(it.getValue())
                            .build())
                .toList())
        .isTruncated(false)
        .build();
  }

  @Override
  public AbortMultipartUploadResponse abortMultipartUpload(AbortMultipartUploadRequest request) {
    if (stuck.contains(request.key())) {
      throw SdkClientException.create("stuck");
    }
    if (!request.uploadId().equals("of " + request.key())) {
      throw NoSuchUploadException.builder().build();
    }
    aborted.add(request.key());
    return AbortMultipartUploadResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return S3Client.SERVICE_NAME;
  }

  @Override
  public void close() {}
}
