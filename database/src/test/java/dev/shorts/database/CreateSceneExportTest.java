package dev.shorts.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class CreateSceneExportTest {

  private static final Database DATABASE = Server.migrated();

  private final User user = DATABASE.user();

  CreateSceneExportTest() throws SQLException {}

  @Test
  void storesThePendingExportOfTheSceneAsItIsNow() throws SQLException {
    Row created = user.create(user.scene("12.5", "57"));

    assertThat(created.text("outcome")).isEqualTo("created");
    assertThat(user.get(created.id("export_id")).text("status")).isEqualTo("pending");
  }
}
