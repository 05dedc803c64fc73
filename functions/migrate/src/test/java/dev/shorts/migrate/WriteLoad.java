package dev.shorts.migrate;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sessions of a platform that go on until they are closed, each statement timed. */
final class WriteLoad implements AutoCloseable {

  private final String database;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<Void>> sessions = new ArrayList<>();
  private final Map<String, Duration> longest = new ConcurrentHashMap<>();
  private volatile boolean over;

  WriteLoad(String database) {
    this.database = database;
  }

  /**
   * Has one more session of the platform's owner run these statements again and again, as one
   * transaction. Each is named by its first words.
   */
  void repeat(Duration pause, String... statements) {
    sessions.add(
        threads.submit(
            (Callable<Void>)
                () -> {
                  run(pause, statements);
                  return null;
                }));
  }

  private void run(Duration pause, String... statements) throws SQLException, InterruptedException {
    try (var connection = Server.login(Server.RELATIVE, database);
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      while (!over) {
        for (var sql : statements) {
          var begun = System.nanoTime();
          statement.execute(sql);
          took(sql, Duration.ofNanos(System.nanoTime() - begun));
        }
        connection.commit();
        Thread.sleep(pause);
      }
    }
  }

  private void took(String sql, Duration time) {
    var words = sql.split("\\s+", 4);
    longest.merge(
        String.join(" ", words[0], words[1], words[2]),
        time,
        (one, other) -> one.compareTo(other) > 0 ? one : other);
  }

  /**
   * Ends the sessions.
   *
   * @return how long the slowest of each kind of statement took
   * @throws Exception what a statement has failed with
   */
  Map<String, Duration> end() throws Exception {
    over = true;
    for (var session : sessions) {
      session.get();
    }
    return new TreeMap<>(longest);
  }

  @Override
  public void close() {
    over = true;
    threads.close();
  }
}
