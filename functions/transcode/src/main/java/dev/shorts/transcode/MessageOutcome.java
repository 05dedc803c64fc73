package dev.shorts.transcode;

/** A MessageOutcome says how one message of the transcode queue ended. */
enum MessageOutcome {
  COMPLETED,
  FAILED,
  NOTHING_TO_DO,
  /** Another worker holds the job, and could still fail. */
  HELD,
  /** An error on our side; the job is queued again. */
  RELEASED,
  /** The lease was lost to another worker, or the database could not confirm it. */
  LOST;

  /** Returns whether the queue must deliver the message again. */
  boolean comesBack() {
    return switch (this) {
      case COMPLETED, FAILED, NOTHING_TO_DO -> false;
      case HELD, RELEASED, LOST -> true;
    };
  }
}
