package dev.shorts.local.gateway;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;

/** An OpenID issuer that gives anybody a token for any {@code sub}: {@code POST /token}. */
public final class Issuer implements AutoCloseable {

  /**
   * @param bind where to listen; port 0 is any free one
   */
  public Issuer(InetSocketAddress bind, String audience, InstantSource clock) throws IOException {
    throw new UnsupportedOperationException("on its way");
  }

  /** Also the {@code iss} of its tokens. */
  public URI url() {
    throw new UnsupportedOperationException("on its way");
  }

  @Override
  public void close() {}
}
