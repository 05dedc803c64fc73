package dev.shorts.local.command;

/** Something the user can put right; the message is one sentence that says how. */
public final class UsageException extends Exception {

  private static final long serialVersionUID = 1;

  private final int status;

  private UsageException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The command line can't be read. */
  static UsageException usage(String message) {
    return new UsageException(2, message);
  }

  /** What was asked for can't be done. */
  static UsageException of(String message) {
    return new UsageException(1, message);
  }

  /** What the process ends with. */
  public int status() {
    return status;
  }
}
