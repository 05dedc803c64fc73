package dev.shorts.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong once: when it stops, each export is finished as it should be. */
class FaultsIT {

  private static final Platform PLATFORM = ImpatientCloud.shared().platform();

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

  @ParameterizedTest
  @MethodSource("scenarios")
  @Execution(CONCURRENT)
  void everyExportEndsWell(Scenario scenario) {
    new Stage(scenario, PLATFORM).play();
  }
}
