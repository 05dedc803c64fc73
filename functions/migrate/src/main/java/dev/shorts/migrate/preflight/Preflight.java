package dev.shorts.migrate.preflight;

import dev.shorts.migrate.catalog.CatalogQueries;
import dev.shorts.migrate.catalog.Column;
import dev.shorts.migrate.catalog.Findings;
import dev.shorts.migrate.catalog.MigrationTarget;
import dev.shorts.migrate.catalog.PendingMigrations;
import dev.shorts.migrate.preflight.platform.PlatformCheck;
import dev.shorts.migrate.preflight.platform.PolicyCheck;
import dev.shorts.migrate.preflight.platform.StoragePathCheck;
import java.sql.Connection;
import java.sql.SQLException;

/** Checks a database before it is migrated, and changes nothing in it. */
public record Preflight(Connection connection, MigrationTarget target) {

  /** Checks what Flyway needs to read its history. */
  public Findings history() throws SQLException {
    var findings = new Findings();
    new HistoryCheck(new CatalogQueries(connection), target, findings).run();
    return findings;
  }

  /** Checks everything else; all misses are in one message. */
  public Findings all(PendingMigrations pending) throws SQLException {
    var findings = new Findings();
    var catalog = new CatalogQueries(connection);
    new ServerCheck(catalog, target, pending, findings).run();
    new RoleCheck(catalog, target, pending, findings).run();
    new PlatformCheck(catalog, target, pending, findings).run();
    new ExportTableCheck(catalog, target, pending, findings).run();
    new NameCheck(catalog, pending, findings).run();
    new PolicyCheck(catalog, findings).run();
    if (Column.of("public.videos", catalog).containsKey("storage_path")) {
      new StoragePathCheck(catalog, findings).run();
    }
    return findings;
  }
}
