package dev.shorts.database;

import java.sql.SQLException;
import java.util.UUID;

/** A user with a video, and what the API's role does for them. */
record User(Database database, UUID id, UUID video) {

  /** A scene of their video; the times are written as in SQL. */
  UUID scene(String startS, String endS) throws SQLException {
    return database
        .superuser()
        .row(
            "INSERT INTO scenes (id, video_id, start_s, end_s)"
                + " VALUES (gen_random_uuid(), ?, '%s', '%s') RETURNING id".formatted(startS, endS),
            video)
        .id("id");
  }

  Row create(UUID scene) throws SQLException {
    return Request.of(scene).by(this);
  }

  Row get(UUID export) throws SQLException {
    return database.as(Server.API).row("SELECT * FROM get_scene_export(?, ?)", export, id);
  }
}
