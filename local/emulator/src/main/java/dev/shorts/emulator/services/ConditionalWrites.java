package dev.shorts.emulator.services;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.locks.ReentrantLock;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Checks If-Match and If-None-Match when the whole object has arrived, and writes it atomically, as
 * S3 does. S3Proxy checks them when the request begins, so that of several concurrent writers more
 * than one could succeed, or none.
 */
final class ConditionalWrites extends ForwardingBlobStore {

  private final Path spool;
  private final ReentrantLock changing = new ReentrantLock();

  /**
   * @param spool folder for objects that are still arriving
   */
  ConditionalWrites(BlobStore store, Path spool) {
    super(store);
    this.spool = spool;
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
    if (request.ifMatch() == null && request.ifNoneMatch() == null) {
      return super.putBlob(request, payload);
    }
    try {
      Path arrived = Files.createTempFile(spool, "", "");
      try {
        Files.copy(payload, arrived, StandardCopyOption.REPLACE_EXISTING);
        return replace(request, arrived);
      } finally {
        Files.delete(arrived);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    changing.lock();
    try {
      return super.removeBlob(request);
    } finally {
      changing.unlock();
    }
  }

  private PutObjectResponse replace(PutObjectRequest request, Path arrived) throws IOException {
    changing.lock();
    try (InputStream payload = Files.newInputStream(arrived)) {
      HeadObjectResponse current = blobMetadataIfPresent(request.bucket(), request.key());
      if (current == null && request.ifMatch() != null) {
        throw new S3ProxyException(S3ErrorCode.NO_SUCH_KEY);
      }
      if (current != null && !allows(request, current)) {
        throw new S3ProxyException(S3ErrorCode.PRECONDITION_FAILED);
      }
      return super.putBlob(request, payload);
    } finally {
      changing.unlock();
    }
  }

  /** Without If-Match the header is {@code If-None-Match: *}, the only form that S3 accepts. */
  private static boolean allows(PutObjectRequest request, HeadObjectResponse current) {
    return request.ifMatch() != null && bare(current.eTag()).equals(bare(request.ifMatch()));
  }

  private static String bare(String eTag) {
    return eTag.replace("\"", "");
  }
}
