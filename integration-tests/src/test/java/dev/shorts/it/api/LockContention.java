package dev.shorts.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.driver.Platform;
import dev.shorts.it.http.ApiAnswer;
import dev.shorts.it.http.ConcurrentRequests;
import dev.shorts.it.http.Eventually;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * The worst moment, made certain: no export is stored before several requests wait to store one. By
 * then each of them has looked at what there is.
 */
final class LockContention {

  /** Two are enough to be one too many. */
  private static final int WAITING = 2;

  /** Under the 3 s that a request waits for a lock. */
  private static final Duration PATIENCE = Duration.ofMillis(2500);

  private LockContention() {}

  /** Has them all ready that run at once: a start takes longer than a request may wait. */
  static void warmUp(Platform platform) {
    var nobody = platform.newUser();
    ConcurrentRequests.ask(Collections.nCopies(16, () -> nobody.post(UUID.randomUUID()).status()));
  }

  /** What each of {@code posts} answered. */
  static List<ApiAnswer> ask(Platform platform, List<Callable<ApiAnswer>> posts) {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor();
        var holder = platform.database().connection();
        var statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("lock table scene_exports in share mode");
      var answers = executor.submit(() -> ConcurrentRequests.ask(posts));
      try {
        Eventually.within(PATIENCE, () -> assertThat(waiting(platform)).isEqualTo(WAITING));
      } finally {
        holder.rollback();
      }
      return answers.get();
    } catch (SQLException | ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int waiting(Platform platform) {
    return Integer.parseInt(
        platform
            .sql(
                """
                select least(count(*), ?::int) from pg_stat_activity
                 where wait_event_type = 'Lock' and query like '%create_scene_export(%'
                """,
                WAITING)
            .getFirst());
  }
}
