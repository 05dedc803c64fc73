package dev.shorts.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.migrate.Stack.Answer;
import dev.shorts.migrate.database.CannotMigrateException;
import dev.shorts.migrate.database.MigrationStep;
import dev.shorts.migrate.database.OwnerDataSource;
import dev.shorts.migrate.database.RunDeadline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Whatever the database does, the answer is there before the function's time is over. */
@Isolated("Migrations of other tests take the processor for seconds")
class InTimeTest {

  private static final Duration FOR_ANSWERING = Duration.ofSeconds(35);

  private static final String SESSIONS_AND_LOCKS =
      """
      SELECT concat_ws(' ', a.pid, l.locktype, l.relation::regclass, l.mode, l.granted)
        FROM pg_stat_activity a LEFT JOIN pg_locks l USING (pid)
       WHERE a.usename = 'owner' AND a.datname = current_database()
       ORDER BY 1
      """;

  @Test
  void whenSomebodyHoldsALock() throws SQLException, IOException, InterruptedException {
    Stack stack = Stack.on(Server.database(), Server.OWNER);
    assertThat(stack.deliver("Create")).isEqualTo(Answer.SUCCESS);

    try (var somebody = Server.login(Server.OWNER, stack.database());
        var statement = somebody.createStatement()) {
      somebody.setAutoCommit(false);
      statement.execute("LOCK TABLE scene_exports");
      List<String> before = Server.sql(stack.database(), SESSIONS_AND_LOCKS);

      assertThat(inTime(stack, Duration.ofSeconds(4)))
          .isEqualTo(MigrationStep.WAITING_FOR_LOCKS.advice());

      assertThat(settled(stack, before)).isEqualTo(before);
    }
    assertThat(stack.deliver("Update", "later")).isEqualTo(Answer.SUCCESS);
  }

  /** Long before the server would end them by itself. */
  @Test
  void andNoConnectionStays() throws SQLException, InterruptedException {
    Stack stack = Stack.on(Server.database(), Server.OWNER);
    var late = new RunDeadline(Duration.ofMinutes(10));
    var connections = new OwnerDataSource(stack.endpoint(), stack.database(), Server.OWNER, late);
    var deadline = new RunDeadline(Duration.ofMillis(500));
    var busy = deadline.watch(connections.getConnection()).createStatement();
    var idle = deadline.watch(connections.getConnection());
    idle.setAutoCommit(false);
    idle.createStatement().execute("CREATE TABLE half_done ()");

    assertThatThrownBy(() -> deadline.run(() -> busy.execute("SELECT pg_sleep(600)")))
        .isInstanceOf(CannotMigrateException.class);

    assertThat(settled(stack, List.of())).isEmpty();
  }

  /** As one is that sleeps, and first has to wake up. */
  @Test
  void notBeforeADatabaseHadTheTimeToComeUp() throws SQLException, IOException {
    Stack stack = Stack.on(Server.database(), Server.OWNER);

    try (var relay = new Relay(Server.endpoint(), 2)) {
      assertThat(stack.at(relay.endpoint()).deliver("Create")).isEqualTo(Answer.SUCCESS);
    }
  }

  @Test
  void whenItTakesConnectionsAndSaysNothing() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertThat(inTime(stackAt(silent.getLocalPort()), Duration.ofSeconds(1)))
          .isEqualTo(MigrationStep.CONNECTING.advice());
    }
  }

  @Test
  void whenThereIsNone() throws IOException {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }

    assertThat(inTime(stackAt(free), Duration.ofSeconds(1)))
        .isEqualTo(MigrationStep.CONNECTING.advice());
  }

  private static Stack stackAt(int port) {
    return Stack.on("shorts", Server.OWNER).at("127.0.0.1:" + port);
  }

  private static String inTime(Stack stack, Duration time) throws IOException {
    var run = Run.of(FOR_ANSWERING.plus(time));
    var answer = stack.deliver("Update", run, "later");
    assertThat(answer.status()).isEqualTo("FAILED");
    assertThat(run.getRemainingTimeInMillis()).isGreaterThan(30_000);
    return answer.reason();
  }

  /** What is left of the run, once the server has seen that its connections are cut. */
  private static List<String> settled(Stack stack, List<String> before)
      throws SQLException, InterruptedException {
    var end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (true) {
      var now = Server.sql(stack.database(), SESSIONS_AND_LOCKS);
      if (now.equals(before) || System.nanoTime() > end) {
        return now;
      }
      Thread.sleep(50);
    }
  }
}
