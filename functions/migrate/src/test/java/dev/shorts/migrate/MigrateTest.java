package dev.shorts.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MigrateTest {

  private static final Duration TIME = Duration.ofMinutes(1);

  private final String database = Server.database();
  private final Secret api = Server.secret("stack-1-api", "it's \"quoted\" $1 \\ %");
  private final Secret worker = Server.secret("stack-1-worker", "w0rker");

  MigrateTest() throws SQLException {}

  @Test
  void bringsTheDatabaseUpToDateOnce() throws SQLException {
    Migrate migrate = new Migrate(Server.endpoint(), database, Server.owner(), api, worker);

    assertThat(migrate.migrate(TIME)).isPositive();
    assertThat(migrate.migrate(TIME)).isZero();
  }

  @Test
  void letsBothRolesLogInWithTheirPasswords() throws SQLException {
    new Migrate(Server.endpoint(), database, Server.owner(), api, worker).migrate(TIME);

    assertThat(Server.login(database, api)).isEqualTo("stack-1-api");
    assertThat(Server.login(database, worker)).isEqualTo("stack-1-worker");
    assertThatThrownBy(() -> Server.login(database, Server.secret("stack-1-api", "w0rker")))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void takesANewPasswordTheNextTime() throws SQLException {
    new Migrate(Server.endpoint(), database, Server.owner(), api, worker).migrate(TIME);
    Secret rotated = Server.secret("stack-1-api", "rotated");

    new Migrate(Server.endpoint(), database, Server.owner(), rotated, worker).migrate(TIME);

    assertThat(Server.login(database, rotated)).isEqualTo("stack-1-api");
    assertThatThrownBy(() -> Server.login(database, api))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void endsAStatementThatTakesTooLong() {
    assertThatThrownBy(
            () -> {
              try (var connection =
                      Server.owner()
                          .dataSource(Server.endpoint(), database, Duration.ofMillis(50))
                          .getConnection();
                  var statement = connection.createStatement()) {
                statement.execute("SELECT pg_sleep(60)");
              }
            })
        .hasMessageContaining("statement timeout");
  }

  @Test
  void refusesOneRoleForBoth() {
    assertThatThrownBy(() -> new Migrate(Server.endpoint(), database, Server.owner(), api, api))
        .hasMessage("The API and the worker need roles of their own.");
  }

  @Test
  void saysWhatASecretLacks() {
    Secret nowhere = Secret.of("{\"username\": \"owner\"}");

    assertThatThrownBy(
            () -> new Migrate(Server.endpoint(), database, nowhere, api, worker).migrate(TIME))
        .hasMessage("The secret of the database has no field password.");
    assertThat(nowhere).hasToString("Secret of owner");
  }
}
