package dev.shorts.local.secret;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;

/** Secrets Manager, of which it knows GetSecretValue. */
public final class SecretServer implements AutoCloseable {

  /**
   * @param bind where to listen; port 0 is any free one
   * @param secrets secret strings by ARN
   */
  public SecretServer(InetSocketAddress bind, Map<String, String> secrets) throws IOException {
    throw new UnsupportedOperationException("on its way");
  }

  public URI url() {
    throw new UnsupportedOperationException("on its way");
  }

  @Override
  public void close() {}
}
