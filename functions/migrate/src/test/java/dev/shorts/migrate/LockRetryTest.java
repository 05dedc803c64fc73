package dev.shorts.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.migrate.Stack.Answer;
import dev.shorts.migrate.database.LockRetry;
import dev.shorts.migrate.database.RunDeadline;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A migration beside sessions that hold locks. */
@Isolated("Migrations of other tests take the processor for seconds")
class LockRetryTest {

  private static final Duration LONGEST_WAIT = Duration.ofMillis(2500); // 1 s, on a busy machine

  @Test
  void readersWaitASecondAtMostBehindAMigrationThatWaitsForALongReader() throws Exception {
    var platform = new Platform();
    platform.hasContract();
    platform.has("ALTER TABLE videos ENABLE ROW LEVEL SECURITY");
    var database = platform.stack().database();
    CompletableFuture<Answer> deployment;
    var longest = Duration.ZERO;
    try (var reader = Server.login(Server.RELATIVE, database);
        var statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("SELECT count(*) FROM videos");

      deployment = CompletableFuture.supplyAsync(() -> deliver(platform.stack()));
      var end = System.nanoTime() + Duration.ofSeconds(6).toNanos();
      while (System.nanoTime() < end) {
        var begun = System.nanoTime();
        platform.has("SELECT 1 FROM videos LIMIT 1");
        var took = Duration.ofNanos(System.nanoTime() - begun);
        longest = took.compareTo(longest) > 0 ? took : longest;
      }
      assertThat(deployment).isNotDone();
    }

    assertThat(deployment.join()).isEqualTo(Answer.SUCCESS);
    assertThat(longest).isLessThan(LONGEST_WAIT);
  }

  @Test
  void workThatLostADeadlockIsRepeated() throws Exception {
    var failures = new ArrayDeque<>(List.of("40P01", "55P03"));

    var result =
        LockRetry.run(
            new RunDeadline(Duration.ofMinutes(1)),
            () -> {
              if (!failures.isEmpty()) {
                throw new IllegalStateException(new SQLException("locked", failures.pop()));
              }
              return "done";
            });

    assertThat(result).isEqualTo("done");
  }

  @Test
  void anotherFailureIsNotRepeated() {
    assertThatThrownBy(
            () ->
                LockRetry.run(
                    new RunDeadline(Duration.ofMinutes(1)),
                    () -> {
                      throw new SQLException("no", "22012");
                    }))
        .hasMessage("no");
  }

  private static Answer deliver(Stack stack) {
    try {
      return stack.deliver("Create");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
