package dev.shorts.database.driver;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** One database of {@link Server}, with a session per role that tests share, and things in it. */
public record Database(String name, Map<String, Session> sessions) {

  public Database(String name) {
    this(name, new ConcurrentHashMap<>());
  }

  /** The shared session of {@code role}; used over and over, as the Data API does it. */
  public Session as(String role) {
    return sessions.computeIfAbsent(role, this::login);
  }

  /** Sees and may do everything: for what the test arranges and looks up. */
  public Session superuser() {
    return as(Server.SUPERUSER);
  }

  /** A session of its own, for tests in which many connect at once. */
  public Session login(String role) {
    try {
      return new Session(Server.connect(name, role));
    } catch (SQLException e) {
      throw new IllegalStateException("no login as " + role, e);
    }
  }

  /** A user and a video of theirs. */
  public User user() throws SQLException {
    var user = new User(this, Ids.next(), Ids.next());
    superuser().run("INSERT INTO auth.users (id) VALUES (?)", user.id());
    superuser()
        .run(
            "INSERT INTO videos (id, owner_id, storage_path) VALUES (?, ?, 'holiday.mp4')",
            user.video(),
            user.id());
    return user;
  }

  /** The whole row of an export. */
  public Row export(UUID id) throws SQLException {
    return superuser().row("SELECT * FROM scene_exports WHERE id = ?", id);
  }

  /** Moves an export into the past by an interval such as '25 hours'. */
  public void age(UUID export, String interval) throws SQLException {
    superuser()
        .run(
            """
            UPDATE scene_exports
               SET created_at = created_at - step, expires_at = expires_at - step,
                   deadline_at = deadline_at - step, lease_until = lease_until - step,
                   swept_at = swept_at - step
              FROM CAST(? AS interval) step
             WHERE id = ?
            """,
            interval,
            export);
  }

  /** Lets the lease of an export run out. */
  public void lapse(UUID export) throws SQLException {
    superuser().run("UPDATE scene_exports SET lease_until = now() WHERE id = ?", export);
  }
}
