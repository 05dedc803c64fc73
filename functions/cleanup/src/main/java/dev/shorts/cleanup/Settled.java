package dev.shorts.cleanup;

/** What a dead letter meant for its export. */
enum Settled {
  /** Tries are left: it is queued again. */
  REQUEUE,
  /** The tries are used up: it has just been failed. */
  FAILED,
  /** A worker is on it after all; queued again all the same, in case that worker dies. */
  HELD,
  /** It is finished, expired or gone. */
  NOTHING_TO_DO
}
