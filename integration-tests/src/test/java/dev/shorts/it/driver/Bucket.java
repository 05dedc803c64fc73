package dev.shorts.it.driver;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket of a local cloud. */
public record Bucket(S3Client s3, String name) {

  public static Bucket ofExports(Endpoints endpoints) {
    return named("bucket", endpoints);
  }

  public static Bucket ofVideos(Endpoints endpoints) {
    return named("video_bucket", endpoints);
  }

  private static Bucket named(String name, Endpoints endpoints) {
    var credentials =
        AwsBasicCredentials.create(
            endpoints.text("s3", "access_key_id"), endpoints.text("s3", "secret_access_key"));
    var s3 =
        S3Client.builder()
            .endpointOverride(endpoints.url("s3", "endpoint"))
            .region(Region.of(endpoints.text("s3", "region")))
            .forcePathStyle(true)
            .credentialsProvider(StaticCredentialsProvider.create(credentials))
            .build();
    return new Bucket(s3, endpoints.text("s3", name));
  }

  public void put(String key, Path file) {
    s3.putObject(put -> put.bucket(name).key(key), file);
  }

  /** The keys of all exports' files. */
  public List<String> exports() {
    return keys("exports/");
  }

  public List<String> keys(String prefix) {
    return s3.listObjectsV2Paginator(list -> list.bucket(name).prefix(prefix)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  public void delete(String key) {
    s3.deleteObject(delete -> delete.bucket(name).key(key));
  }

  /** What is known of a file; empty if there is none. */
  public Optional<HeadObjectResponse> head(String key) {
    try {
      return Optional.of(s3.headObject(head -> head.bucket(name).key(key)));
    } catch (NoSuchKeyException _) {
      return Optional.empty();
    }
  }

  /** Begins a multipart upload and leaves it; its key. */
  public String beginUpload(String key) {
    return s3.createMultipartUpload(upload -> upload.bucket(name).key(key)).key();
  }

  /** The keys of those that are not finished. */
  public List<String> uploads() {
    return s3.listMultipartUploads(list -> list.bucket(name)).uploads().stream()
        .map(MultipartUpload::key)
        .toList();
  }

  public byte[] bytes(String key) {
    return s3.getObjectAsBytes(get -> get.bucket(name).key(key)).asByteArray();
  }
}
