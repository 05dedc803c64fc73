package dev.shorts.migrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the database up to date as its owner, and lets the functions' two roles log in. */
final class Migrate {

  /** A cluster that sleeps takes some 15 s to wake up. */
  private static final int CONNECT_RETRIES = 6;

  private static final int SECONDS_BETWEEN_RETRIES = 10;

  private final String endpoint;
  private final String database;
  private final Secret owner;
  private final Secret api;
  private final Secret worker;

  /**
   * @param endpoint of the server, {@code host:port}
   */
  Migrate(String endpoint, String database, Secret owner, Secret api, Secret worker) {
    if (api.username().equals(worker.username())) {
      throw new IllegalArgumentException("The API and the worker need roles of their own.");
    }
    this.endpoint = endpoint;
    this.database = database;
    this.owner = owner;
    this.api = api;
    this.worker = worker;
  }

  /**
   * Safe to repeat: what has run already doesn't run again.
   *
   * @param time how long each statement may take
   * @return how many migrations were run
   */
  int migrate(Duration time) throws SQLException {
    DataSource ours = owner.dataSource(endpoint, database, time);
    int migrations =
        Flyway.configure()
            .configuration(settings())
            .placeholders(Map.of("api_role", api.username(), "worker_role", worker.username()))
            .connectRetries(CONNECT_RETRIES)
            .connectRetriesInterval(SECONDS_BETWEEN_RETRIES)
            .dataSource(ours)
            .load()
            .migrate()
            .migrationsExecuted;
    setPassword(ours, api);
    setPassword(ours, worker);
    return migrations;
  }

  private static void setPassword(DataSource ours, Secret role) throws SQLException {
    var verifier = ScramVerifier.of(role.password());
    try (var connection = ours.getConnection();
        var quoted =
            connection.prepareStatement("SELECT format('ALTER ROLE %I LOGIN PASSWORD %L', ?, ?)");
        var statement = connection.createStatement()) {
      quoted.setString(1, role.username());
      quoted.setString(2, verifier.toString());
      try (var result = quoted.executeQuery()) {
        result.next();
        statement.execute(result.getString(1));
      }
    }
  }

  /** They lie beside the migrations, for everybody who runs those. */
  private static Properties settings() {
    try (var file = Migrate.class.getResourceAsStream("/db/flyway.properties")) {
      var settings = new Properties();
      settings.load(file);
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
