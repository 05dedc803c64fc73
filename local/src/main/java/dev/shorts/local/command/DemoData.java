package dev.shorts.local.command;

import dev.shorts.local.Endpoints;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Inserts a user with a video and a scene, as the rest of the platform would.
 *
 * @param key of the video in the bucket
 */
record DemoData(String user, String scene, String key) {

  private static final String INSERT =
      """
      with someone as (insert into auth.users (id) values (?) returning id),
           video as (insert into videos (id, owner_id, storage_path)
                     select ?, id, ? from someone returning id)
      insert into scenes (id, video_id, start_s, end_s) select ?, id, ?, ? from video
      """;

  /** The same ids as in {@code events/}, which are for invoking functions by hand. */
  private static final UUID USER = UUID.fromString("0b6b2c1e-6f0d-4c59-9d6e-2f8f7f0a7a10");

  private static final UUID SCENE = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");

  static DemoData insert(Endpoints endpoints, BigDecimal from, BigDecimal to) throws SQLException {
    UUID video = UUID.randomUUID();
    String key = "videos/" + video;
    try (var connection = endpoints.connect();
        var insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, USER);
      insert.setObject(2, video);
      insert.setString(3, key);
      insert.setObject(4, SCENE);
      insert.setBigDecimal(5, from);
      insert.setBigDecimal(6, to);
      insert.executeUpdate();
    }
    return new DemoData(USER.toString(), SCENE.toString(), key);
  }
}
