package dev.shorts.database.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many callers at the same moment, each with a connection of its own. */
public final class AtOnce {

  private AtOnce() {}

  /** One of the calls. */
  public interface Call {
    public Row on(Session session) throws Exception;
  }

  /** What {@code call} answered to each of {@code callers}, who log in as {@code role}. */
  public static List<Row> ask(int callers, Database database, String role, Call call)
      throws Exception {
    var start = new CyclicBarrier(callers);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Row>> tasks = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        tasks.add(
            () -> {
              try (Session session = database.login(role)) {
                start.await();
                return call.on(session);
              }
            });
      }
      var rows = new ArrayList<Row>();
      for (Future<Row> answer : executor.invokeAll(tasks)) {
        rows.add(answer.get());
      }
      return rows;
    }
  }
}
