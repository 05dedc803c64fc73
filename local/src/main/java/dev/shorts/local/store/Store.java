package dev.shorts.local.store;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** S3 over a folder, path style; signatures and their expiry are checked. */
public final class Store implements AutoCloseable {

  /** What requests must be signed with. */
  public record Credentials(String accessKeyId, String secretAccessKey) {}

  /**
   * @param bind where to listen; port 0 is any free one
   * @param folder made if missing, one folder per bucket within; not removed on close
   */
  public Store(InetSocketAddress bind, Path folder, Credentials credentials, List<String> buckets) {
    throw new UnsupportedOperationException("on its way");
  }

  public URI url() {
    throw new UnsupportedOperationException("on its way");
  }

  @Override
  public void close() {}
}
