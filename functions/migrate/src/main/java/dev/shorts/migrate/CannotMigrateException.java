package dev.shorts.migrate;

/** What is in the way, and what to do about it: a sentence for who deploys. */
final class CannotMigrateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CannotMigrateException(String sentence) {
    super(sentence);
  }

  CannotMigrateException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
