package dev.shorts.local.database;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;

/** The RDS Data API over a PostgreSQL on loopback, as strict as AWS's. */
public final class DataApiServer implements AutoCloseable {

  /**
   * @param bind where to listen; port 0 is any free one
   * @param secrets secret strings (JSON with username and password) by ARN
   */
  public DataApiServer(
      InetSocketAddress bind, int postgresPort, String clusterArn, Map<String, String> secrets)
      throws IOException {
    throw new UnsupportedOperationException("on its way");
  }

  public URI url() {
    throw new UnsupportedOperationException("on its way");
  }

  @Override
  public void close() {}
}
