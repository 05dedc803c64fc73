package dev.shorts.transcode.problem;

/** No short can be made of a source, now or later; the message is for the log only. */
public final class SourceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Characters: enough for whoever looks into it, and a line of a log all the same. */
  private static final int MOST = 5_000;

  private final SourceProblem problem;

  /**
   * @param step at which it showed
   * @param details what happened, in whoever's words
   */
  public SourceException(SourceProblem problem, String step, String details) {
    super("%s: %s".formatted(step, details.substring(0, Math.min(details.length(), MOST))));
    this.problem = problem;
  }

  public SourceProblem problem() {
    return problem;
  }
}
