package dev.shorts.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.http.Eventually;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A worker that was frozen, and thaws when another one has finished its job. */
final class StaleWorker {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private StaleWorker() {}

  /** The export and its file stay as the other one has left them, byte for byte. */
  static void changesNothing(ScenarioRun stage) {
    stage.becomes("completed");
    var before = everythingOf(stage);

    long ended = late(stage);
    stage.stopFaults();
    Eventually.within(PATIENCE, () -> assertThat(late(stage)).isGreaterThan(ended));

    assertThat(everythingOf(stage)).isEqualTo(before);
  }

  /** Thaws the first of two while the second is at it: what it says is not heard. */
  static void reportsInVain(ScenarioRun stage) {
    long ended = late(stage);
    stage.stopFault(0);
    Eventually.within(PATIENCE, () -> assertThat(late(stage)).isGreaterThan(ended));

    assertThat(said(stage))
        .filteredOn(line -> line.contains("\"attempt\":1"))
        .noneMatch(line -> line.contains("\"outcome\":\"COMPLETED\""));
  }

  private static List<Object> everythingOf(ScenarioRun stage) {
    var file = stage.files().getFirst();
    var bucket = stage.platform().bucket();
    var head = bucket.head(file).orElseThrow();
    return List.of(
        stage.row(), head.eTag(), head.lastModified(), Arrays.hashCode(bucket.bytes(file)));
  }

  /** How many workers have said that they came too late. */
  private static long late(ScenarioRun stage) {
    return said(stage).stream()
        .filter(line -> line.matches(".*\"outcome\":\"(LOST|NOTHING_TO_DO)\".*"))
        .count();
  }

  /** All that workers have logged of the export. */
  private static List<String> said(ScenarioRun stage) {
    return stage.platform().log("TranscodeFunction").stream()
        .filter(line -> line.contains(stage.export()))
        .toList();
  }
}
