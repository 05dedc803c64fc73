package dev.shorts.local.command;

import dev.shorts.local.Endpoints;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A user with a video and a scene of it, as the rest of the product would have made them.
 *
 * @param key of the video in the bucket
 */
record Seed(String user, String scene, String key) {

  private static final String INSERT =
      """
      with someone as (insert into auth.users (id) values (?) returning id),
           video as (insert into videos (id, owner_id, storage_path)
                     select ?, id, ? from someone returning id)
      insert into scenes (id, video_id, start_s, end_s) select ?, id, ?, ? from video
      """;

  static Seed insert(Endpoints endpoints, BigDecimal from, BigDecimal to) throws SQLException {
    UUID user = UUID.randomUUID();
    UUID video = UUID.randomUUID();
    UUID scene = UUID.randomUUID();
    String key = "videos/" + video;
    try (Connection connection = connect(endpoints.postgres());
        var insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, user);
      insert.setObject(2, video);
      insert.setString(3, key);
      insert.setObject(4, scene);
      insert.setBigDecimal(5, from);
      insert.setBigDecimal(6, to);
      insert.executeUpdate();
    }
    return new Seed(user.toString(), scene.toString(), key);
  }

  private static Connection connect(URI postgres) throws SQLException {
    String[] login = postgres.getUserInfo().split(":", 2);
    String url =
        "jdbc:postgresql://%s:%d%s"
            .formatted(postgres.getHost(), postgres.getPort(), postgres.getPath());
    return DriverManager.getConnection(url, login[0], login[1]);
  }
}
