package dev.shorts.migrate.database;

/** What is in the way, and what to do about it: a sentence for who deploys. */
public final class CannotMigrateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CannotMigrateException(String sentence) {
    super(sentence);
  }

  public CannotMigrateException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
