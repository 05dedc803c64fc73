package dev.shorts.transcode.source;

import dev.shorts.transcode.problem.SourceException;
import dev.shorts.transcode.problem.SourceProblem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Reads one version of an uploaded video in the source bucket.
 *
 * @param etag identifies the version: every read is conditional on it
 * @param size in bytes
 */
public record SourceObject(S3Client s3, String bucket, String key, String etag, long size) {

  static final int NOT_FOUND = 404;
  private static final int PRECONDITION_FAILED = 412;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  /**
   * Returns the bytes from {@code first} to {@code last}, both included, as they arrive.
   *
   * @throws SourceException if this version no longer exists
   */
  InputStream read(long first, long last) {
    try {
      return new Abandonable(
          s3.getObject(
              request ->
                  request
                      .bucket(bucket)
                      .key(key)
                      .ifMatch(etag)
                      .range("bytes=" + first + "-" + last)));
    } catch (S3Exception e) {
      throw toException(e);
    }
  }

  static RuntimeException toException(S3Exception e) {
    return switch (e.statusCode()) {
      case NOT_FOUND -> gone(e);
      case PRECONDITION_FAILED, RANGE_NOT_SATISFIABLE ->
          new SourceException(SourceProblem.CHANGED, "read", e.getMessage());
      default -> e;
    };
  }

  static SourceException gone(S3Exception e) {
    return new SourceException(SourceProblem.GONE, "read", e.getMessage());
  }

  /**
   * Drops the connection when it is closed early, where the SDK's own stream would read to the end;
   * closed at the end it leaves the connection for the next request.
   */
  private static final class Abandonable extends FilterInputStream {

    private final ResponseInputStream<GetObjectResponse> response;
    private boolean ended;

    Abandonable(ResponseInputStream<GetObjectResponse> response) {
      super(response);
      this.response = response;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      ended |= value < 0;
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      ended |= count < 0;
      return count;
    }

    @Override
    public void close() throws IOException {
      if (ended) {
        super.close();
      } else {
        response.abort();
      }
    }
  }
}
