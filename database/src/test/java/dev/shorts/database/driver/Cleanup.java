package dev.shorts.database.driver;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A run of the cleanup function: sweeps after five minutes, keeps rows for a day. */
public record Cleanup(Session session) {

  public static Cleanup on(Database database) {
    return new Cleanup(database.as(Server.WORKER));
  }

  /** What is to be done with which export, when nothing waits in the queue. */
  public Map<UUID, String> sweep() throws SQLException {
    return sweep(true);
  }

  public Map<UUID, String> sweep(boolean queueIsEmpty) throws SQLException {
    return session.rows("SELECT * FROM sweep_scene_exports(300, ?, 3, 100)", queueIsEmpty).stream()
        .collect(Collectors.toMap(row -> row.id("export_id"), row -> row.text("action")));
  }

  public String settleDeadLetter(UUID export) throws SQLException {
    return settled(export).text("outcome");
  }

  public Row settled(UUID export) throws SQLException {
    return session.row("SELECT * FROM settle_dead_letter(?, 3)", export);
  }

  /** What the sweep says of one export. */
  public Row swept(UUID export) throws SQLException {
    return session.rows("SELECT * FROM sweep_scene_exports(300, true, 3, 100)").stream()
        .filter(row -> row.id("export_id").equals(export))
        .findFirst()
        .orElseThrow();
  }

  public List<UUID> expired() throws SQLException {
    return expired(null, 100);
  }

  public List<UUID> expired(UUID after, int batch) throws SQLException {
    return session.rows("SELECT * FROM expired_scene_exports(?, ?)", after, batch).stream()
        .map(row -> row.id("export_id"))
        .toList();
  }

  public int markDeleted(UUID... exports) throws SQLException {
    return session
        .row("SELECT * FROM mark_scene_exports_deleted(?)", (Object) exports)
        .number("marked");
  }

  public int delete() throws SQLException {
    return session.row("SELECT * FROM delete_scene_exports(86400, 100)").number("deleted");
  }
}
