package dev.shorts.local.gateway;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/** API Gateway's HTTP API, payload format 2.0. */
public final class HttpApi implements AutoCloseable {

  /**
   * @param bind where to listen; port 0 is any free one
   */
  public HttpApi(InetSocketAddress bind, List<Route> routes, Cors cors, InstantSource clock)
      throws IOException {
    throw new UnsupportedOperationException("on its way");
  }

  public URI url() {
    throw new UnsupportedOperationException("on its way");
  }

  @Override
  public void close() {}
}
