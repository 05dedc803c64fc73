package dev.shorts.cleanup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/** A bucket that keeps what it was told to delete. */
final class CannedBucket implements S3Client {

  private final List<String> deleted = new ArrayList<>();
  private final Set<String> stuck = new HashSet<>();
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

  @Override
  public String serviceName() {
    return S3Client.SERVICE_NAME;
  }

  @Override
  public void close() {}
}
