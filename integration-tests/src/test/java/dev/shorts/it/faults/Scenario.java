package dev.shorts.it.faults;

import dev.shorts.it.driver.Fault;
import java.util.List;
import java.util.function.Consumer;

/**
 * A Scenario is a set of faults while one export is made, with the ending that it must have.
 *
 * @param faults about the export's user, all switched on before the request
 * @param source what is uploaded
 * @param headers of the request
 * @param answered statuses that the request may be answered with
 * @param first done when the request is answered
 * @param meanwhile done when the faults have come and before they stop
 * @param ends how
 */
record Scenario(
    String name,
    List<Fault> faults,
    Source source,
    List<String> headers,
    List<Integer> answered,
    Consumer<ScenarioRun> first,
    Consumer<ScenarioRun> meanwhile,
    ExportEnding ends) {

  /** A Source is the video of the scenario's export. */
  enum Source {
    /** A short scene, of which a good second of work is. */
    SCENE("samples/sample.mp4", "1", "1.4"),
    /** Long enough for renewals, if it is read slowly. */
    LONG_SCENE("samples/sample.mp4", "0", "3"),
    NO_VIDEO("README.md", "0", "1");

    final String file;
    final String from;
    final String to;

    Source(String file, String from, String to) {
      this.file = file;
      this.from = from;
      this.to = to;
    }
  }

  /** The usual: a short scene, accepted, completed once the faults stop. */
  static Scenario of(String name, Fault... faults) {
    return new Scenario(
        name,
        List.of(faults),
        Source.SCENE,
        List.of(),
        List.of(202),
        _ -> {},
        _ -> {},
        ExportEnding.COMPLETED);
  }

  Scenario of(Source other) {
    return new Scenario(name, faults, other, headers, answered, first, meanwhile, ends);
  }

  Scenario withKey() {
    var key = List.of("idempotency-key", "key");
    return new Scenario(name, faults, source, key, answered, first, meanwhile, ends);
  }

  Scenario answered(Integer... statuses) {
    return new Scenario(name, faults, source, headers, List.of(statuses), first, meanwhile, ends);
  }

  Scenario first(Consumer<ScenarioRun> action) {
    return new Scenario(name, faults, source, headers, answered, action, meanwhile, ends);
  }

  Scenario meanwhile(Consumer<ScenarioRun> action) {
    return new Scenario(name, faults, source, headers, answered, first, action, ends);
  }

  Scenario ends(ExportEnding other) {
    return new Scenario(name, faults, source, headers, answered, first, meanwhile, other);
  }

  /** Whether its faults come and go without anybody's help. */
  boolean passesByItself() {
    return faults.stream().allMatch(Fault::passesByItself);
  }

  @Override
  public String toString() {
    return name;
  }
}
