package dev.shorts.migrate.trial;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** A TrialScene is a scene of the platform with the owner of its video. */
public record TrialScene(UUID id, UUID owner) {

  private static final String SCENES =
      "SELECT s.id, v.owner_id FROM public.scenes s JOIN public.videos v ON v.id = s.video_id";

  /** Prefers scenes whose owners are users. With row_security off, hidden scenes raise an error. */
  private static final List<String> QUERIES =
      List.of(
          SCENES + " JOIN auth.users u ON u.id = v.owner_id LIMIT 3",
          SCENES + " WHERE v.owner_id IS NOT NULL LIMIT 3");

  private static final String LIMITS =
      "SET LOCAL row_security = off; SET LOCAL statement_timeout = '10s'; SET LOCAL lock_timeout ="
          + " '1s'";

  /** Finds a few scenes; none if the migrating role may not read them. */
  public static List<TrialScene> find(DataSource owner) throws SQLException {
    try (var connection = owner.getConnection()) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      for (var query : QUERIES) {
        var found = find(connection, query);
        if (!found.isEmpty()) {
          return found;
        }
      }
      return List.of();
    }
  }

  private static List<TrialScene> find(Connection connection, String query) throws SQLException {
    var found = new ArrayList<TrialScene>();
    try (var statement = connection.createStatement()) {
      statement.execute(LIMITS);
      try (var result = statement.executeQuery(query)) {
        while (result.next()) {
          found.add(
              new TrialScene(result.getObject(1, UUID.class), result.getObject(2, UUID.class)));
        }
      }
    } catch (SQLException _) {
      found.clear();
    }
    connection.rollback();
    return found;
  }
}
