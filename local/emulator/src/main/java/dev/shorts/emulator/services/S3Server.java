package dev.shorts.emulator.services;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** Serves S3 over a folder, with path-style URLs; checks signatures and their expiry. */
public final class S3Server implements AutoCloseable {

  private static final long STOP_AT_ONCE = 0;

  private final S3Proxy proxy;
  private final URI url;

  /** Credentials that requests must be signed with. */
  public record Credentials(String accessKeyId, String secretAccessKey) {}

  /**
   * @param bind address to listen on; port 0 is any free one
   * @param folder created if missing, not deleted on close
   */
  public S3Server(
      InetSocketAddress bind, Path folder, Credentials credentials, List<String> buckets)
      throws IOException {
    Path objects = folder.resolve("buckets");
    for (String bucket : buckets) {
      Files.createDirectories(objects.resolve(bucket));
    }
    Path arriving = Files.createDirectories(folder.resolve("arriving"));
    proxy =
        S3Proxy.builder()
            .blobStore(
                new ConditionalWrites(new FilesystemNio2BlobStore(objects.toString()), arriving))
            .awsAuthentication(
                AuthenticationType.AWS_V4, credentials.accessKeyId(), credentials.secretAccessKey())
            // Such as the session token, which requests signed by a role carry.
            .ignoreUnknownHeaders(true)
            .endpoint(address(bind.getHostString(), bind.getPort()))
            .stopTimeout(STOP_AT_ONCE)
            .build();
    try {
      proxy.start();
    } catch (Exception e) {
      throw new IOException("S3 does not start on port %d".formatted(bind.getPort()), e);
    }
    url = address(bind.getHostString(), proxy.getPort());
  }

  public URI url() {
    return url;
  }

  @Override
  public void close() {
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new IllegalStateException("S3 does not stop", e);
    }
  }

  private static URI address(String host, int port) {
    return URI.create("http://%s:%d".formatted(host, port));
  }
}
