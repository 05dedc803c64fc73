package dev.shorts.database.driver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;

/** Other people who have tables in a database before our migrations come to it. */
public record Neighbours(Database database) {

  public static final String RELATIVE = "relative"; // the migrating user is a member of it
  public static final String STRANGER = "stranger"; // it is no member of this one

  static {
    try {
      Session superuser = Server.empty().superuser();
      superuser.run("CREATE ROLE %s LOGIN; CREATE ROLE %s LOGIN".formatted(RELATIVE, STRANGER));
      superuser.run("GRANT %s TO %s".formatted(RELATIVE, Server.OWNER));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Has {@code owner} make what stands in those files of {@code neighbours/}. */
  public void build(String owner, String... parts) throws SQLException, IOException {
    database.superuser().run("GRANT CREATE ON DATABASE %s TO %s".formatted(database.name(), owner));
    database.superuser().run("GRANT CREATE ON SCHEMA public TO " + owner);
    for (String part : parts) {
      try (var sql = getClass().getResourceAsStream("/neighbours/%s.sql".formatted(part))) {
        database.as(owner).run(new String(sql.readAllBytes(), UTF_8));
      }
    }
  }

  public void migrate() {
    Server.flyway(database.name(), Server.OWNER).migrate();
  }

  public void exportOneOfTheirScenes() throws SQLException {
    User user = database.user();
    UUID export = user.export();
    assertThat(Worker.on(database).claim(export).text("outcome")).isEqualTo("claimed");
    assertThat(Request.of(user.scene("0", "1")).by(database.user()).text("outcome"))
        .isEqualTo("scene_not_found");
  }
}
