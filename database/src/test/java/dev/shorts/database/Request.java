package dev.shorts.database;

import java.sql.SQLException;
import java.util.UUID;

/** What a user asks for, with the limits of the contract: 10 exports in 24 hours, of 180 s each. */
record Request(UUID id, UUID scene, String strategy, String quality, String key, int maxExports) {

  private static final String CREATE =
      "SELECT * FROM create_scene_export(?, ?, ?, ?, ?, ?, ?, 86400, 180)";

  static Request of(UUID scene) {
    return new Request(UUID.randomUUID(), scene, "center_crop", "high", null, 10);
  }

  Request withKey(String key) {
    return new Request(id, scene, strategy, quality, key, maxExports);
  }

  Row by(User user) throws SQLException {
    return by(user, user.database().as(Server.API));
  }

  Row by(User user, Session api) throws SQLException {
    return api.row(CREATE, id, user.id(), scene, strategy, quality, key, maxExports);
  }
}
