package dev.shorts.transcode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The few operations of S3 that a transcoder calls, on a folder per bucket. */
public record FolderStore(Path root) implements S3Client {

  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

  @Override
  public HeadObjectResponse headObject(HeadObjectRequest request) {
    var content = content(request.bucket(), request.key());
    return HeadObjectResponse.builder()
        .eTag(etag(content))
        .contentLength((long) content.length)
        .build();
  }

  @Override
  public <T> T getObject(
      GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getObject(GetObjectRequest request) {
    var content = content(request.bucket(), request.key());
    check(request.ifMatch().equals(etag(content)));
    var range = RANGE.matcher(request.range());
    if (!range.matches()) {
      throw new IllegalArgumentException(request.range());
    }
    var part =
        Arrays.copyOfRange(
            content, Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)) + 1);
    return new ResponseInputStream<>(
        GetObjectResponse.builder().build(), new ByteArrayInputStream(part));
  }

  @Override
  public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
    var file = file(request.bucket(), request.key());
    boolean exists = Files.exists(file);
    check(request.ifNoneMatch() == null || !exists);
    check(
        request.ifMatch() == null
            || request.ifMatch().equals(etag(content(request.bucket(), request.key()))));
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, body.contentStreamProvider().newStream().readAllBytes());
      return PutObjectResponse.builder().build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file(String bucket, String key) {
    return root.resolve(bucket).resolve(key);
  }

  private byte[] content(String bucket, String key) {
    try {
      return Files.readAllBytes(file(bucket, key));
    } catch (IOException _) {
      throw failure(404);
    }
  }

  private static String etag(byte[] content) {
    return "\"" + Arrays.hashCode(content) + "\"";
  }

  private static void check(boolean condition) {
    if (!condition) {
      throw failure(412);
    }
  }

  private static RuntimeException failure(int status) {
    return S3Exception.builder().statusCode(status).message("status " + status).build();
  }

  @Override
  public String serviceName() {
    return "s3";
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
