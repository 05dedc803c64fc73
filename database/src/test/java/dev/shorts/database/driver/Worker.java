package dev.shorts.database.driver;

import java.sql.SQLException;
import java.util.UUID;

/** A run of the transcode function: three tries, 120 s of lease, and a token of its own. */
public record Worker(Session session, UUID token) {

  public static Worker on(Database database) {
    return new Worker(database.as(Server.WORKER), Ids.next());
  }

  public Row claim(UUID export) throws SQLException {
    return session.row("SELECT * FROM claim_scene_export(?, ?, 120, 3)", export, token);
  }

  public boolean renew(UUID export, int percent) throws SQLException {
    return session
        .row("SELECT * FROM renew_scene_export(?, ?, 120, ?)", export, token, percent)
        .yes("held");
  }

  public boolean complete(UUID export) throws SQLException {
    return session
        .row(
            "SELECT * FROM complete_scene_export(?, ?, 'a.mp4', 1000, 44.5, '1080x1920', NULL)",
            export,
            token)
        .yes("held");
  }

  public boolean fail(UUID export) throws SQLException {
    return session
        .row("SELECT * FROM fail_scene_export(?, ?, 'This is no video.')", export, token)
        .yes("held");
  }

  public String release(UUID export) throws SQLException {
    return session
        .row("SELECT * FROM release_scene_export(?, ?, 3, 'We had trouble.')", export, token)
        .text("outcome");
  }
}
