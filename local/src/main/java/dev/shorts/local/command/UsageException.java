package dev.shorts.local.command;

/** Reports a mistake that the user can correct; the message is one sentence that says how. */
public final class UsageException extends Exception {

  private static final long serialVersionUID = 1;

  private final int status;

  private UsageException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The command line has no such form. */
  static UsageException usage(String message) {
    return new UsageException(2, message);
  }

  /** The command cannot be carried out. */
  static UsageException of(String message) {
    return new UsageException(1, message);
  }

  /** The exit status of the process. */
  public int status() {
    return status;
  }
}
