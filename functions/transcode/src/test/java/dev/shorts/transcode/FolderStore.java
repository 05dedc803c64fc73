package dev.shorts.transcode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    var file = found(request.bucket(), request.key());
    return HeadObjectResponse.builder()
        .eTag(etag(file))
        .contentLength(file.toFile().length())
        .build();
  }

  @Override
  public <T> T getObject(
      GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getObject(GetObjectRequest request) {
    var file = found(request.bucket(), request.key());
    check(request.ifMatch().equals(etag(file)));
    var range = RANGE.matcher(request.range());
    if (!range.matches()) {
      throw new IllegalArgumentException(request.range());
    }
    long first = Long.parseLong(range.group(1));
    var part = new byte[(int) (Long.parseLong(range.group(2)) + 1 - first)];
    try (var content = new RandomAccessFile(file.toFile(), "r")) {
      content.seek(first);
      content.readFully(part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ResponseInputStream<>(
        GetObjectResponse.builder().build(), new ByteArrayInputStream(part));
  }

  @Override
  public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
    var file = file(request.bucket(), request.key());
    check(request.ifNoneMatch() == null || !Files.exists(file));
    check(request.ifMatch() == null || request.ifMatch().equals(etag(file)));
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

  private Path found(String bucket, String key) {
    var file = file(bucket, key);
    if (!Files.exists(file)) {
      throw failure(404);
    }
    return file;
  }

  private static String etag(Path file) {
    try {
      return "\"%s\"".formatted(Files.readAttributes(file, "size,lastModifiedTime,fileKey"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
