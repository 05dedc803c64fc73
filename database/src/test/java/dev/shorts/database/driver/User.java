package dev.shorts.database.driver;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** A user with a video, and what the API's role does for them. */
public record User(Database database, UUID id, UUID video) {

  /** A scene of their video. */
  public UUID scene(String startS, String endS) throws SQLException {
    UUID scene = Ids.next();
    database
        .superuser()
        .run(
            "INSERT INTO scenes (id, video_id, start_s, end_s) VALUES (?, ?, '%s', '%s')"
                .formatted(startS, endS),
            scene,
            video);
    return scene;
  }

  /** A new pending export of a new scene. */
  public UUID export() throws SQLException {
    return Request.of(scene("12.5", "57")).by(this).id("export_id");
  }

  public List<Row> get(UUID export) throws SQLException {
    return database.as(Server.API).rows("SELECT * FROM get_scene_export(?, ?)", export, id);
  }

  public boolean takeBack(UUID export) throws SQLException {
    return database
        .as(Server.API)
        .row("SELECT * FROM take_back_scene_export(?, ?)", export, id)
        .yes("taken_back");
  }
}
