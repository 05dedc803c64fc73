package dev.shorts.database;

import java.sql.SQLException;

/** What PostgreSQL says when it refuses. */
final class Refusal {

  private Refusal() {}

  /** Something that is to be refused. */
  interface Attempt {
    void run() throws SQLException;
  }

  /** The message that {@code attempt} is refused with; fails if it is not. */
  static String of(Attempt attempt) {
    try {
      attempt.run();
    } catch (SQLException e) {
      return e.getMessage();
    }
    throw new AssertionError("not refused");
  }
}
