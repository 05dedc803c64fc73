package dev.shorts.migrate.database;

/** A CannotMigrateException says what prevents a migration, and what to do about it. */
public final class CannotMigrateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CannotMigrateException(String sentence) {
    super(sentence);
  }

  public CannotMigrateException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
