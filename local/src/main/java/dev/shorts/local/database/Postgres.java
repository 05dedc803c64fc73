package dev.shorts.local.database;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** PostgreSQL 17 on loopback, with a database whose owner is no superuser, as on Aurora. */
public final class Postgres implements AutoCloseable {

  /**
   * @param binaries where PostgreSQL itself is unpacked, once for all runs
   * @param data made here and removed on close
   * @param port 0 is any free one
   */
  public Postgres(Path binaries, Path data, int port, String database, Login owner)
      throws IOException {
    throw new UnsupportedOperationException("on its way");
  }

  public int port() {
    throw new UnsupportedOperationException("on its way");
  }

  /**
   * For libpq (psql), as the owner: {@code postgresql://owner:password@127.0.0.1:port/database}.
   */
  public URI url() {
    throw new UnsupportedOperationException("on its way");
  }

  /** Of the postmaster, whose end is the end of all its processes. */
  public long pid() {
    throw new UnsupportedOperationException("on its way");
  }

  @Override
  public void close() throws IOException {}
}
