package dev.shorts.cleanup;

/** A DeadLetterOutcome is what the database decided about the export of a dead letter. */
sealed interface DeadLetterOutcome {

  /** The export has attempts left and is queued again. */
  record Requeue(int attempt) implements DeadLetterOutcome {}

  /** The export has failed now: no attempts or no time left. */
  record Failed(String reason, int attempt) implements DeadLetterOutcome {}

  /** A worker holds the export; it is queued again in case that worker dies. */
  record Held() implements DeadLetterOutcome {}

  /** The export is finished, expired or deleted. */
  record NothingToDo() implements DeadLetterOutcome {}
}
