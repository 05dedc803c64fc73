package dev.shorts.migrate;

/** What CloudFormation is told. */
sealed interface StackAnswer {

  /** The schema is as this stack needs it, or was left alone because the stack goes. */
  record Success() implements StackAnswer {}

  /**
   * The stack is to be rolled back; {@code reason} is shown to who deploys, so it is cut: the whole
   * answer may hold 4096 bytes.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html">
   *     CloudFormation: custom resource response objects</a>
   */
  record Failed(String reason) implements StackAnswer {

    private static final int LONGEST = 2500;

    public Failed {
      if (reason.length() > LONGEST) {
        reason = reason.substring(0, LONGEST) + " … (the log has the rest)";
      }
    }
  }
}
