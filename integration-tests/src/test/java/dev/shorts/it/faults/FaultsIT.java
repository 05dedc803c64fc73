package dev.shorts.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.shorts.it.driver.Invariants;
import dev.shorts.it.driver.Platform;
import dev.shorts.it.driver.ShortTimeoutsCloud;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong once: when it stops, each export is finished as it should be. */
class FaultsIT {

  private static final Platform PLATFORM = ShortTimeoutsCloud.shared().platform();

  @AfterAll
  static void nothingIsLeft() {
    Invariants.nothingIsLeft(PLATFORM);
  }

  static Stream<Scenario> scenarios() {
    var only = System.getProperty("fault", "");
    return Stream.of(RequestFaults.all(), TranscodeFaults.all(), LateFaults.all())
        .flatMap(scenarios -> scenarios)
        .filter(scenario -> scenario.name().contains(only));
  }

  @Test
  void eachScenarioHasANameOfItsOwn() {
    assertThat(scenarios().map(Scenario::name).toList()).doesNotHaveDuplicates();
  }

  /** All scenarios are played on clocks that differ; this one says that they do. */
  @Test
  void theFunctionsClocksAreNotTheDatabases() {
    var stage = new ScenarioRun(Scenario.of("clocks"), PLATFORM);
    stage.play();

    assertThat(skew("CreateExportFunction", stage.export())).isBetween(-610L, -590L);
    assertThat(skew("TranscodeFunction", stage.export())).isBetween(590L, 610L + 60);
    assertThat(stage.row()).contains("\"status\":\"completed\"");
  }

  /** Seconds from an export's creation, as the database has it, to what a function logs of it. */
  private static long skew(String function, String export) {
    return PLATFORM.log(function).stream()
        .filter(line -> line.contains(export))
        .mapToLong(
            line -> {
              var time = line.replaceFirst(".*?\"time\":\"([^\"]+)\".*", "$1");
              var created =
                  "select extract(epoch from ?::timestamptz - created_at) from scene_exports where"
                      + " id = ?::uuid";
              return (long) Double.parseDouble(PLATFORM.sql(created, time, export).getFirst());
            })
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  @Execution(CONCURRENT)
  void everyExportEndsWell(Scenario scenario) {
    new ScenarioRun(scenario, PLATFORM).play();
  }
}
