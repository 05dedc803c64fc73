package dev.shorts.local.command;

/** Something the user can put right; the message is one sentence that says how. */
public final class BadUse extends Exception {

  private static final long serialVersionUID = 1;

  private final int status;

  private BadUse(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The command line can't be read. */
  static BadUse usage(String message) {
    return new BadUse(2, message);
  }

  /** What was asked for can't be done. */
  static BadUse of(String message) {
    return new BadUse(1, message);
  }

  /** What the process ends with. */
  public int status() {
    return status;
  }
}
