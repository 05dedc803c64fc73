package dev.shorts.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.migrate.database.DatabaseSecret;
import dev.shorts.migrate.database.FunctionRoles;
import dev.shorts.migrate.database.OwnerDataSource;
import dev.shorts.migrate.database.RunDeadline;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class MigrateTest {

  private final Stack stack = Stack.on(Server.database(), Server.OWNER);

  MigrateTest() throws SQLException {}

  @Test
  void letsBothRolesLogInWithTheirOwnPasswordsOnly() throws SQLException, IOException {
    stack.deliver("Create");

    for (DatabaseSecret role : new DatabaseSecret[] {stack.api(), stack.worker()}) {
      assertThat(Server.sql(role, stack.database(), "SELECT current_user"))
          .containsExactly(role.username());
    }
    DatabaseSecret mixed = Server.secret(stack.api().username(), stack.worker().password());
    assertThatThrownBy(() -> Server.login(mixed, stack.database()))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void refusesARoleThatRowSecurityWouldNotHold() throws SQLException, IOException {
    Server.sql("postgres", "CREATE ROLE \"%s\" BYPASSRLS".formatted(stack.api().username()));

    assertThat(stack.deliver("Create").reason())
        .contains("The role %s may do too much".formatted(stack.api().username()));
  }

  @Test
  void saysThatTheOwnersPasswordIsWrong() throws IOException {
    Stack stranger = Stack.on(stack.database(), Server.secret("owner", "not it"));

    assertThat(stranger.deliver("Create").reason())
        .startsWith("The database refuses the owner's login. Check username and password");
  }

  @Test
  void saysWhatASecretLacks() throws IOException {
    DatabaseSecret nobody = DatabaseSecret.of("{\"username\": \"owner\"}");

    assertThatThrownBy(
            () ->
                new Migrate(
                        stack.endpoint(),
                        stack.database(),
                        nobody,
                        stack.api(),
                        stack.worker(),
                        stack.createTables())
                    .migrate(new RunDeadline(Duration.ofMinutes(1)), false))
        .hasMessage("The secret of the database has no field password.");
    assertThat(nobody).hasToString("Secret of owner");
  }

  @Test
  void needsTwoRoles() {
    assertThatThrownBy(() -> new FunctionRoles(stack.api(), stack.api()))
        .hasMessage("The API and the worker need roles of their own.");
  }

  /** Should the function be gone before it could cut its connections. */
  @Test
  void hasTheServerEndWhatIsLeftOfIt() throws SQLException {
    var connections =
        new OwnerDataSource(
            stack.endpoint(),
            stack.database(),
            Server.OWNER,
            new RunDeadline(Duration.ofSeconds(2)));
    try (var slow = connections.getConnection();
        var idle = connections.getConnection();
        var statement = slow.createStatement();
        var other = idle.createStatement()) {
      idle.setAutoCommit(false);
      other.execute("SELECT 1");

      assertThatThrownBy(() -> statement.execute("SELECT pg_sleep(60)"))
          .hasMessageContaining("statement timeout");
      statement.execute("SELECT pg_sleep(0.1)");
      assertThatThrownBy(() -> other.execute("SELECT 1"))
          .hasMessageContaining("idle-in-transaction timeout");
    }
  }
}
