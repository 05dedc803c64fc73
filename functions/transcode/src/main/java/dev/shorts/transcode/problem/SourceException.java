package dev.shorts.transcode.problem;

import java.util.Optional;

/**
 * Signals that no short can be made of a source, and that a retry would not help. The message is
 * for the log only.
 */
public final class SourceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Maximum length of the details in characters, so that they fit a log line. */
  private static final int MAX_DETAILS = 5_000;

  private final SourceProblem problem;
  private final StoragePathForm form;

  /**
   * @param step of the job that found the problem
   * @param details for the log, such as FFmpeg's error output
   */
  public SourceException(SourceProblem problem, String step, String details) {
    this(problem, null, step, details);
  }

  private SourceException(
      SourceProblem problem, StoragePathForm form, String step, String details) {
    super("%s: %s".formatted(step, details.substring(0, Math.min(details.length(), MAX_DETAILS))));
    this.problem = problem;
    this.form = form;
  }

  /** Returns the exception for a storage path that is no key of the source bucket. */
  public static SourceException notAKey(StoragePathForm form, String details) {
    return new SourceException(SourceProblem.NOT_A_KEY, form, "open", details);
  }

  public SourceProblem problem() {
    return problem;
  }

  /** Returns the form of a storage path that is no key; empty for other problems. */
  public Optional<StoragePathForm> form() {
    return Optional.ofNullable(form);
  }
}
