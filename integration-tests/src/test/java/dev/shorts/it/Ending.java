package dev.shorts.it;

import java.util.List;
import java.util.function.Predicate;

/**
 * How the export of a scenario ends.
 *
 * @param words to say it
 */
record Ending(String words, Predicate<Stage> isReached) {

  static final Ending COMPLETED =
      new Ending("completed", stage -> stage.statuses().equals(List.of("completed")));

  static final Ending FAILED =
      new Ending("failed", stage -> stage.statuses().equals(List.of("failed")));

  static final Ending NONE = new Ending("no export", stage -> stage.statuses().isEmpty());

  /** Nobody can know what a lost answer said. */
  static final Ending NONE_OR_COMPLETED =
      new Ending(
          "no export, or completed",
          stage -> NONE.isReached.test(stage) || COMPLETED.isReached.test(stage));

  static final Ending TWO_COMPLETED =
      new Ending(
          "two completed", stage -> stage.statuses().equals(List.of("completed", "completed")));

  /** Expired, and the file is away. */
  static final Ending CLEANED_UP =
      new Ending("cleaned up", stage -> stage.isMarkedAsDeleted() && stage.files().isEmpty());
}
