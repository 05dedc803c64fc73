package dev.shorts.bench.api;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Inserts users with a scene each into the database, and deletes their exports. */
final class TestUsers implements AutoCloseable {

  private static final String INSERT =
      """
      with person as (
             insert into auth.users (id)
             select gen_random_uuid() from generate_series(1, ?) returning id),
           video as (
             insert into videos (id, owner_id, storage_path)
             select gen_random_uuid(), id, 'videos/x' from person returning id, owner_id),
           scene as (
             insert into scenes (id, video_id, start_s, end_s)
             select gen_random_uuid(), id, 0, 30 from video returning id, video_id)
      select owner_id, scene.id from scene join video on video.id = video_id
      """;

  private static final String COMPLETED =
      """
      insert into scene_exports (
        scene_id, user_id, aspect_ratio_strategy, output_quality, status, storage_path,
        file_size_bytes, duration_s, resolution, completed_at)
      values (?, ?, 'letterbox', 'high', 'completed', 'exports/' || ? || '/x.mp4',
        45678900, 30, '1080x1920', now())
      returning id
      """;

  private static final String FORGET = "delete from scene_exports where status <> 'completed'";

  private final Connection database;

  /**
   * @param database of one who sees past row level security; closed with this
   */
  TestUsers(Connection database) {
    this.database = database;
  }

  /** Somebody with a scene. */
  record Person(UUID id, UUID scene) {}

  List<Person> insert(int count) throws SQLException {
    var people = new ArrayList<Person>();
    try (var insert = database.prepareStatement(INSERT)) {
      insert.setInt(1, count);
      for (var rows = insert.executeQuery(); rows.next(); ) {
        people.add(new Person(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
      }
    }
    return people;
  }

  /** A finished export of theirs. */
  UUID completedExport(Person person) throws SQLException {
    try (var insert = database.prepareStatement(COMPLETED)) {
      insert.setObject(1, person.scene());
      insert.setObject(2, person.id());
      insert.setString(3, person.id().toString());
      var row = insert.executeQuery();
      row.next();
      return row.getObject(1, UUID.class);
    }
  }

  /**
   * Deletes all exports that aren't finished.
   *
   * @return how many there were
   */
  int forgetExports() throws SQLException {
    try (var delete = database.prepareStatement(FORGET)) {
      return delete.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
