package dev.shorts.transcode;

/** How a message ended. */
enum MessageOutcome {
  COMPLETED,
  FAILED,
  NOTHING_TO_DO,
  /** Another worker has the job, and may fail. */
  HELD,
  /** Our fault: to be tried again. */
  RELEASED,
  /** The job was ours, and is another's by now; or nobody can tell. */
  LOST;

  /** Whether the queue is to show the message again. */
  boolean comesBack() {
    return switch (this) {
      case COMPLETED, FAILED, NOTHING_TO_DO -> false;
      case HELD, RELEASED, LOST -> true;
    };
  }
}
