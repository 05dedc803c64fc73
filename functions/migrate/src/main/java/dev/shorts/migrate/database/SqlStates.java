package dev.shorts.migrate.database;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Classifies the SQLSTATEs of PostgreSQL and its driver.
 *
 * @see <a href="https://www.postgresql.org/docs/17/errcodes-appendix.html">PostgreSQL: error
 *     codes</a>
 */
public final class SqlStates {

  public static final String FOREIGN_KEY_VIOLATION = "23503";

  private static final String CANNOT_CONNECT_NOW = "57P03";
  private static final String TOO_MANY_CONNECTIONS = "53300";
  private static final String DUPLICATE_DATABASE = "42P04";
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String DEADLOCK_DETECTED = "40P01";
  private static final String UNIQUE_VIOLATION = "23505";

  private SqlStates() {}

  static boolean isUnreachable(SQLException e) {
    return of(e).startsWith("08");
  }

  /** Returns whether another attempt to connect may succeed. */
  static boolean isNotUp(SQLException e) {
    return isUnreachable(e) || Set.of(CANNOT_CONNECT_NOW, TOO_MANY_CONNECTIONS).contains(of(e));
  }

  public static boolean isLoginRefused(SQLException e) {
    return of(e).startsWith("28");
  }

  public static boolean isNoSuchDatabase(SQLException e) {
    return of(e).equals("3D000");
  }

  /** Two sessions that create the same database get one state or the other. */
  public static boolean isDatabaseThere(SQLException e) {
    return Set.of(DUPLICATE_DATABASE, UNIQUE_VIOLATION).contains(of(e));
  }

  /** Returns whether another session held a lock, so that another attempt may succeed. */
  public static boolean isLocked(SQLException e) {
    return Set.of(LOCK_NOT_AVAILABLE, DEADLOCK_DETECTED).contains(of(e));
  }

  /** Returns the same for {@code failure} and all its causes. */
  public static boolean isLocked(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(cause -> cause instanceof SQLException e && isLocked(e));
  }

  public static boolean isForbidden(SQLException e) {
    return of(e).equals("42501");
  }

  private static String of(SQLException e) {
    return String.valueOf(e.getSQLState());
  }
}
