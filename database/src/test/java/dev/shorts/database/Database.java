package dev.shorts.database;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** One database of {@link Server}, with a session per role that tests share, and things in it. */
record Database(String name, Map<String, Session> sessions) {

  Database(String name) {
    this(name, new ConcurrentHashMap<>());
  }

  /** The shared session of {@code role}; used over and over, as the Data API does it. */
  Session as(String role) {
    return sessions.computeIfAbsent(role, this::login);
  }

  Session superuser() {
    return as(Server.SUPERUSER);
  }

  /** A session of its own, for tests in which many connect at once. */
  Session login(String role) {
    try {
      return new Session(Server.connect(name, role));
    } catch (SQLException e) {
      throw new IllegalStateException("no login as " + role, e);
    }
  }

  /** A user and a video of theirs. */
  User user() throws SQLException {
    UUID user =
        superuser()
            .row("INSERT INTO auth.users (id) VALUES (gen_random_uuid()) RETURNING id")
            .id("id");
    UUID video =
        superuser()
            .row(
                "INSERT INTO videos (id, owner_id, storage_path) VALUES (gen_random_uuid(), ?,"
                    + " 'holiday.mp4') RETURNING id",
                user)
            .id("id");
    return new User(this, user, video);
  }
}
