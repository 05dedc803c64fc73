package dev.shorts.migrate;

import dev.shorts.migrate.database.FunctionRoles;
import dev.shorts.migrate.database.LockRetry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Configures Flyway for our migrations. */
final class Migrations {

  private Migrations() {}

  static Flyway flyway(DataSource owner, FunctionRoles roles) {
    var settings = Flyway.configure().configuration(settings());
    settings
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    return settings
        .initSql(
            "%s; SET lock_timeout = '%dms'"
                .formatted(settings.getInitSql(), LockRetry.LOCK_TIMEOUT.toMillis()))
        .placeholders(
            Map.of("api_role", roles.api().username(), "worker_role", roles.worker().username()))
        .dataSource(owner)
        .load();
  }

  /** Reads the settings that lie beside the migrations, for all that run them. */
  private static Properties settings() {
    try (var file = Migrations.class.getResourceAsStream("/db/flyway.properties")) {
      var settings = new Properties();
      settings.load(file);
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
