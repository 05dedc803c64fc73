package dev.shorts.it.faults;

import java.util.List;
import java.util.function.Predicate;

/**
 * An ExportEnding is the state in which the export of a scenario ends.
 *
 * @param words to say it
 */
record ExportEnding(String words, Predicate<ScenarioRun> isReached) {

  static final ExportEnding COMPLETED =
      new ExportEnding("completed", stage -> stage.statuses().equals(List.of("completed")));

  static final ExportEnding FAILED =
      new ExportEnding("failed", stage -> stage.statuses().equals(List.of("failed")));

  static final ExportEnding NONE =
      new ExportEnding("no export", stage -> stage.statuses().isEmpty());

  /** Nobody can know what a lost answer said. */
  static final ExportEnding NONE_OR_COMPLETED =
      new ExportEnding(
          "no export, or completed",
          stage -> NONE.isReached.test(stage) || COMPLETED.isReached.test(stage));

  static final ExportEnding TWO_COMPLETED =
      new ExportEnding(
          "two completed", stage -> stage.statuses().equals(List.of("completed", "completed")));

  /** Expired, and the file is away. */
  static final ExportEnding CLEANED_UP =
      new ExportEnding("cleaned up", stage -> stage.isMarkedAsDeleted() && stage.files().isEmpty());
}
