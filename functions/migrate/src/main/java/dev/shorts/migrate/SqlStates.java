package dev.shorts.migrate;

import java.sql.SQLException;
import java.util.Set;

/**
 * What PostgreSQL and its driver say by SQLSTATE.
 *
 * @see <a href="https://www.postgresql.org/docs/17/errcodes-appendix.html">PostgreSQL: error
 *     codes</a>
 */
final class SqlStates {

  private static final String CANNOT_CONNECT_NOW = "57P03";
  private static final String TOO_MANY_CONNECTIONS = "53300";
  private static final String DUPLICATE_DATABASE = "42P04";
  private static final String UNIQUE_VIOLATION = "23505";

  private SqlStates() {}

  static boolean isUnreachable(SQLException e) {
    return of(e).startsWith("08");
  }

  /** Worth another try. */
  static boolean isNotUp(SQLException e) {
    return isUnreachable(e) || Set.of(CANNOT_CONNECT_NOW, TOO_MANY_CONNECTIONS).contains(of(e));
  }

  static boolean isLoginRefused(SQLException e) {
    return of(e).startsWith("28");
  }

  static boolean isNoSuchDatabase(SQLException e) {
    return of(e).equals("3D000");
  }

  /** The second one is what the slower of two gets who make it at the same time. */
  static boolean isDatabaseThere(SQLException e) {
    return Set.of(DUPLICATE_DATABASE, UNIQUE_VIOLATION).contains(of(e));
  }

  static boolean isLocked(SQLException e) {
    return of(e).equals("55P03");
  }

  private static String of(SQLException e) {
    return String.valueOf(e.getSQLState());
  }
}
