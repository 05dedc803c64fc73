package dev.shorts.emulator.rdsdata;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Open transactions by id. One that nobody uses for a while is rolled back. */
final class Transactions implements AutoCloseable {

  private static final int ID_BYTES = 48;

  private final Duration idleLimit;
  private final Map<String, Open> open = new ConcurrentHashMap<>();
  private final ScheduledExecutorService reaper =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

  /** What is done on a connection. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private record Open(SessionPool.Lease lease, ScheduledFuture<?> expiry) {}

  /**
   * @param idleLimit how long one may lie unused; AWS's is 3 minutes
   */
  Transactions(Duration idleLimit) {
    this.idleLimit = idleLimit;
  }

  String begin(SessionPool.Lease lease) throws SQLException {
    try {
      lease.connection().setAutoCommit(false);
    } catch (SQLException e) {
      lease.close();
      throw e;
    }
    byte[] id = new byte[ID_BYTES];
    ThreadLocalRandom.current().nextBytes(id);
    String name = Base64.getEncoder().encodeToString(id);
    keep(name, lease);
    return name;
  }

  /** Runs {@code work}, alone: a second call of the same transaction at the same time fails. */
  <T> T use(String id, Work<T> work) throws SQLException {
    SessionPool.Lease lease = remove(id);
    try {
      return work.on(lease.connection());
    } finally {
      keep(id, lease);
    }
  }

  void commit(String id) throws SQLException {
    try (SessionPool.Lease lease = remove(id)) {
      lease.connection().commit();
    }
  }

  /** Giving a connection back rolls back what is open. */
  void rollback(String id) {
    remove(id).close();
  }

  @Override
  public void close() {
    reaper.shutdownNow();
    open.keySet().forEach(this::expire);
  }

  private void keep(String id, SessionPool.Lease lease) {
    var expiry = reaper.schedule(() -> expire(id), idleLimit.toMillis(), TimeUnit.MILLISECONDS);
    open.put(id, new Open(lease, expiry));
  }

  private SessionPool.Lease remove(String id) {
    Open transaction = open.remove(id);
    if (transaction == null) {
      throw new DataApiError(
          404, "TransactionNotFoundException", "Transaction %s is not found".formatted(id));
    }
    transaction.expiry().cancel(false);
    return transaction.lease();
  }

  private void expire(String id) {
    Open transaction = open.remove(id);
    if (transaction != null) {
      transaction.lease().close();
    }
  }
}
