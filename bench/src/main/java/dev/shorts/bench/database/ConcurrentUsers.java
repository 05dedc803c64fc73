package dev.shorts.bench.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Sends requests of many users at once, each over a connection that stays open. */
record ConcurrentUsers(FilledDatabase stock, List<Connection> connections, ExecutorService threads)
    implements AutoCloseable {

  static ConcurrentUsers at(FilledDatabase stock, int users) throws SQLException {
    var connections = new ArrayList<Connection>();
    for (int user = 0; user < users; user++) {
      connections.add(stock.server().connect(stock.name(), BenchPostgres.API));
    }
    return new ConcurrentUsers(
        stock, List.copyOf(connections), Executors.newFixedThreadPool(users));
  }

  /**
   * One round of a request, each user waiting for an answer before the next call.
   *
   * @param seed of what is asked for
   */
  CallTimes ask(SqlRequest request, long seed) throws Exception {
    var users = new ArrayList<Callable<double[]>>();
    for (int user = 0; user < connections.size(); user++) {
      int number = user;
      users.add(
          () -> ask(request, number, new SplittableRandom(seed * connections.size() + number)));
    }
    var measured = Stream.<double[]>builder();
    for (var done : threads.invokeAll(users)) {
      measured.add(done.get());
    }
    if (request.makesRows()) {
      stock.tidy();
    }
    return CallTimes.of(measured.build());
  }

  private double[] ask(SqlRequest request, int user, SplittableRandom random) throws SQLException {
    var times = new double[request.calls()];
    try (var statement = request.prepare(connections.get(user))) {
      for (int call = 0; call < times.length; call++) {
        request.bind(statement, stock, user * times.length + call, random);
        long start = System.nanoTime();
        request.ask(statement);
        times[call] = (System.nanoTime() - start) / 1e6;
      }
    }
    // The first isn't counted: VACUUM has made the connection plan anew.
    return Arrays.copyOfRange(times, 1, times.length);
  }

  @Override
  public void close() throws SQLException {
    threads.shutdown();
    for (var connection : connections) {
      connection.close();
    }
  }
}
