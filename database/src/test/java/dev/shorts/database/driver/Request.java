package dev.shorts.database.driver;

import java.sql.SQLException;
import java.util.UUID;

/**
 * A Request is a user's request, under the limits of the contract: 180 s, 10 exports in 24 hours.
 */
public record Request(UUID id, UUID scene, String strategy, String quality, String key) {

  private static final String CREATE =
      "SELECT * FROM create_scene_export(?, ?, ?, ?, ?, ?, 10, 86400, 180)";

  public static Request of(UUID scene) {
    return new Request(Ids.next(), scene, "center_crop", "high", null);
  }

  public Request withKey(String key) {
    return new Request(id, scene, strategy, quality, key);
  }

  /** The same request, sent once more: the function that gets it chooses another id. */
  public Request again() {
    return new Request(Ids.next(), scene, strategy, quality, key);
  }

  public Row by(User user) throws SQLException {
    return by(user, user.database().as(Server.API));
  }

  public Row by(User user, Session api) throws SQLException {
    return api.row(CREATE, id, user.id(), scene, strategy, quality, key);
  }
}
