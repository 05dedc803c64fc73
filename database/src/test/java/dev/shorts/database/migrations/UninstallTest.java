package dev.shorts.database.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.shorts.database.driver.Catalog;
import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.FormerMigrations;
import dev.shorts.database.driver.Neighbours;
import dev.shorts.database.driver.Refusal;
import dev.shorts.database.driver.Request;
import dev.shorts.database.driver.Row;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.Session;
import dev.shorts.database.driver.UninstallScript;
import dev.shorts.database.driver.User;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that {@code uninstall.sql} restores the catalog of before the migrations. */
class UninstallTest {

  private static final String API = "gone-api";
  private static final String WORKER = "gone-worker";

  private final Neighbours neighbours = new Neighbours(Server.empty());
  private final Database database = neighbours.database();

  @Test
  void thePlatformsTablesAreLeftAsTheyWere() throws SQLException, IOException {
    neighbours.build(Neighbours.RELATIVE, "tables", "uid");
    List<Row> before = Catalog.of(database);
    install();
    export();

    uninstall();

    assertThat(Catalog.of(database)).isEqualTo(before);
    install();
    export();
    uninstall();
    assertThat(Catalog.of(database)).isEqualTo(before);
  }

  @Test
  void whatTheMigrationsMadeForThePlatformGoesWhileItIsEmpty() throws SQLException, IOException {
    List<Row> before = Catalog.of(database);
    install();

    uninstall();

    assertThat(Catalog.of(database)).isEqualTo(before);
    install();
    export();
    database.superuser().run("DELETE FROM auth.users");
    uninstall();
    assertThat(Catalog.of(database)).isEqualTo(before);
  }

  @Test
  void whatTheMigrationsMadeForThePlatformStaysWhileItHoldsRows() throws SQLException, IOException {
    install();
    User user = export();

    uninstall();

    assertThat(database.superuser().rows("SELECT FROM videos WHERE id = ?", user.video()))
        .hasSize(1);
    assertThat(database.superuser().row("SELECT to_regclass('scene_exports')::text AS t").get("t"))
        .isNull();
    install();
    export();
    uninstall();
  }

  @Test
  void aTableThatStoodBeforeKeepsItsRows() throws SQLException, IOException {
    neighbours.build(Neighbours.RELATIVE, "tables", "uid", "scene_exports");
    database
        .as(Neighbours.RELATIVE)
        .run("CREATE INDEX idx_scene_exports_user_id ON scene_exports (user_id)");
    for (String index : List.of("scene_id", "expires_at", "created_at")) {
      database
          .as(Neighbours.RELATIVE)
          .run("CREATE INDEX idx_scene_exports_%1$s ON scene_exports (%1$s)".formatted(index));
    }
    database
        .as(Neighbours.RELATIVE)
        .run("CREATE INDEX idx_scene_exports_user_created ON scene_exports (user_id, created_at)");
    List<Row> before = Catalog.of(database);
    install();
    export();

    uninstall();

    assertThat(Catalog.of(database)).isEqualTo(before);
    assertThat(database.superuser().rows("SELECT FROM scene_exports")).hasSize(1);
    install();
    export();
    uninstall();
  }

  /** The first V4 left no mark on the table that it made, so it counts as one that stood before. */
  @ParameterizedTest
  @EnumSource
  void anInstallationThatWasTakenOverGoesToo(FormerMigrations former, @TempDir Path files)
      throws SQLException, IOException {
    neighbours.build(Neighbours.RELATIVE, "tables", "uid");
    List<Row> before = Catalog.of(database);
    Server.flyway(database.name(), Server.OWNER, API, WORKER)
        .locations(former.location(files))
        .load()
        .migrate();
    install();
    export();

    uninstall();

    if (former == FormerMigrations.FIRST) {
      assertThat(database.superuser().rows("SELECT FROM scene_exports")).hasSize(1);
      database.as(Server.OWNER).run("DROP TABLE scene_exports");
      // A right of the role that migrates, which the first V3 gave it although it had it as a
      // member.
      database.as(Neighbours.RELATIVE).run("REVOKE USAGE ON SCHEMA auth FROM " + Server.OWNER);
    }
    assertThat(Catalog.of(database)).isEqualTo(before);
    install();
    export();
    uninstall();
    assertThat(Catalog.of(database)).isEqualTo(before);
  }

  @Test
  void aStrangerIsToldWhatToRunBeforeAnythingGoes() throws SQLException, IOException {
    neighbours.build(Neighbours.STRANGER, "tables", "uid");
    for (String statement : asked(catchThrowable(this::install).getMessage())) {
      database.as(Neighbours.STRANGER).run(statement);
    }
    install();
    List<Row> installed = Catalog.of(database);

    List<String> statements = asked(Refusal.of(this::uninstallChecked));

    assertThat(Catalog.of(database)).isEqualTo(installed);
    assertThat(statements)
        .contains(
            "DROP POLICY shorts_export_user_reads ON scenes; -- as stranger",
            "REVOKE ALL ON TABLE videos FROM \"gone-worker\"; -- as stranger");
    for (String statement : statements) {
      database.as(Neighbours.STRANGER).run(statement);
    }
    uninstall();
    assertThat(database.superuser().rows("SELECT FROM pg_roles WHERE rolname LIKE 'gone-%'"))
        .isEmpty();
    assertThat(database.superuser().rows("SELECT FROM pg_policies WHERE policyname LIKE 'shorts%'"))
        .isEmpty();
  }

  /** It has made roles and the grants that it could, and nothing says whose they are. */
  @Test
  void whatAFailedInstallationLeftGoesIfItsRolesAreSaid() throws SQLException, IOException {
    neighbours.build(Neighbours.RELATIVE, "tables", "uid");
    List<Row> before = Catalog.of(database);
    database.as(Neighbours.RELATIVE).run("ALTER TABLE scenes RENAME id TO number");
    assertThat(catchThrowable(this::install)).hasMessageContaining("\"id\"");
    database.as(Neighbours.RELATIVE).run("ALTER TABLE scenes RENAME number TO id");

    uninstall("SET shorts_export.roles = '%s, %s'".formatted(API, WORKER));

    assertThat(Catalog.of(database)).isEqualTo(before);
  }

  @Test
  void aRoleThatAnotherDatabaseKnowsStays() throws SQLException, IOException {
    install();
    Database another = Server.empty();
    Server.flyway(another.name(), Server.OWNER, API, WORKER).load().migrate();

    uninstall();

    assertThat(database.superuser().rows("SELECT FROM pg_roles WHERE rolname LIKE 'gone-%'"))
        .hasSize(2);
    assertThat(database.superuser().rows("SELECT FROM pg_tables WHERE tablename LIKE '%export%'"))
        .isEmpty();
    UninstallScript.run(another);
    assertThat(database.superuser().rows("SELECT FROM pg_roles WHERE rolname LIKE 'gone-%'"))
        .isEmpty();
  }

  @Test
  void runTwiceItFindsNothing() throws SQLException, IOException {
    install();
    uninstall();
    List<Row> before = Catalog.of(database);

    uninstall();

    assertThat(Catalog.of(database)).isEqualTo(before);
  }

  private void install() {
    Server.flyway(database.name(), Server.OWNER, API, WORKER).load().migrate();
  }

  private User export() throws SQLException {
    User user = database.user();
    try (Session api = database.login(API)) {
      assertThat(Request.of(user.scene("0", "1")).by(user, api).text("outcome"))
          .isEqualTo("created");
    }
    return user;
  }

  private void uninstall(String... settings) throws SQLException, IOException {
    UninstallScript.run(database, settings);
  }

  private void uninstallChecked() throws SQLException {
    try {
      uninstall();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> asked(String told) {
    return told.lines().filter(line -> line.endsWith("; -- as " + Neighbours.STRANGER)).toList();
  }
}
