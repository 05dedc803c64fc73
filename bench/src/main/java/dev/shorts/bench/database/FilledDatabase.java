package dev.shorts.bench.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A FilledDatabase is a database full of exports, with the users to request for.
 *
 * @param atLimit users who have used up their day, and will have for an hour more
 * @param free users who made nothing
 * @param today exports that have not expired
 */
record FilledDatabase(
    BenchPostgres server,
    String name,
    int exports,
    List<Made> atLimit,
    List<Made> free,
    List<Made> today) {

  private static final String USERS =
      """
      SELECT NULL::uuid, md5('user ' || n)::uuid, md5('scene ' || n)::uuid, 'key ' || n
        FROM generate_series(%d, %d) n
       WHERE mod(n * 7919, 8640) < %d
      """;

  private static final String TODAY =
      """
      SELECT id, user_id, scene_id, idempotency_key
        FROM scene_exports
       WHERE created_at > now() - interval '22 hours'
       ORDER BY md5(idempotency_key)
       LIMIT 100000
      """;

  /** An export, or what one would be made of. */
  record Made(UUID id, UUID user, UUID scene, String key) {}

  static FilledDatabase of(BenchPostgres server, String name, int users) throws SQLException {
    return new FilledDatabase(
        server,
        name,
        users * BenchPostgres.EXPORTS_OF_A_USER,
        // The oldest of their ten leaves the window more than an hour from now.
        made(server, name, USERS.formatted(1, users, 3240)),
        made(server, name, USERS.formatted(users + 1, users + BenchPostgres.FREE_USERS, 8640)),
        made(server, name, TODAY));
  }

  /** As the superuser, for one value. */
  String ask(String sql) throws SQLException {
    return server.value(name, sql);
  }

  /** Takes back what a round has made, and what is left of it in the indexes. */
  void tidy() throws SQLException {
    server.run(
        name,
        """
        DELETE FROM scene_exports e
         USING generate_series(%d, %d) n
         WHERE user_id = md5('user ' || n)::uuid
        """
            .formatted(
                exports / BenchPostgres.EXPORTS_OF_A_USER + 1,
                exports / BenchPostgres.EXPORTS_OF_A_USER + BenchPostgres.FREE_USERS));
    server.run(name, "TRUNCATE bare");
    server.run(name, "VACUUM scene_exports");
  }

  private static List<Made> made(BenchPostgres server, String name, String sql)
      throws SQLException {
    try (var connection = server.connect(name, BenchPostgres.SUPERUSER);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var made = new ArrayList<Made>();
      while (rows.next()) {
        made.add(
            new Made(
                rows.getObject(1, UUID.class),
                rows.getObject(2, UUID.class),
                rows.getObject(3, UUID.class),
                rows.getString(4)));
      }
      return List.copyOf(made);
    }
  }
}
