package dev.shorts.transcode.problem;

import java.util.Optional;

/** No short can be made of a source, now or later; the message is for the log only. */
public final class SourceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Characters: enough for whoever looks into it, and a line of a log all the same. */
  private static final int MOST = 5_000;

  private final SourceProblem problem;
  private final StoragePathForm form;

  /**
   * @param step at which it showed
   * @param details what happened, in whoever's words
   */
  public SourceException(SourceProblem problem, String step, String details) {
    this(problem, null, step, details);
  }

  private SourceException(
      SourceProblem problem, StoragePathForm form, String step, String details) {
    super("%s: %s".formatted(step, details.substring(0, Math.min(details.length(), MOST))));
    this.problem = problem;
    this.form = form;
  }

  /** The storage path is no key of the source bucket. */
  public static SourceException notAKey(StoragePathForm form, String details) {
    return new SourceException(SourceProblem.NOT_A_KEY, form, "open", details);
  }

  public SourceProblem problem() {
    return problem;
  }

  /** Why the storage path is no key; empty if something else is wrong. */
  public Optional<StoragePathForm> form() {
    return Optional.ofNullable(form);
  }
}
