package dev.shorts.transcode.source;

/** No short can be made of a source, now or later; the message is for the log only. */
public final class SourceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final SourceProblem problem;

  /**
   * @param step at which it showed
   * @param details what happened, in whoever's words
   */
  public SourceException(SourceProblem problem, String step, String details) {
    super("%s: %s".formatted(step, details));
    this.problem = problem;
  }

  public SourceProblem problem() {
    return problem;
  }
}
