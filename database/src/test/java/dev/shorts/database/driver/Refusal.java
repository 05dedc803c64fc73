package dev.shorts.database.driver;

import java.sql.SQLException;

/** A Refusal is the error with which PostgreSQL refuses a statement. */
public final class Refusal {

  private Refusal() {}

  /** Something that is to be refused. */
  public interface Attempt {
    public void run() throws SQLException;
  }

  /** The message that {@code attempt} is refused with; fails if it is not. */
  public static String of(Attempt attempt) {
    try {
      attempt.run();
    } catch (SQLException e) {
      return e.getMessage();
    }
    throw new AssertionError("not refused");
  }
}
