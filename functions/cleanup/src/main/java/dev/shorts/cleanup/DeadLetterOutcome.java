package dev.shorts.cleanup;

/** What a dead letter meant for its export. */
sealed interface DeadLetterOutcome {

  /** Tries are left: it is queued again. */
  record Requeue(int attempt) implements DeadLetterOutcome {}

  /** It has just been failed, its tries or its time used up. */
  record Failed(String reason, int attempt) implements DeadLetterOutcome {}

  /** A worker is on it after all; queued again all the same, in case that worker dies. */
  record Held() implements DeadLetterOutcome {}

  /** It is finished, expired or gone. */
  record NothingToDo() implements DeadLetterOutcome {}
}
