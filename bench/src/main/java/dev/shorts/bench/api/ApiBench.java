package dev.shorts.bench.api;

import dev.shorts.bench.report.BenchSection;
import dev.shorts.bench.report.ResultsText;
import java.nio.file.Path;

/**
 * Measures how fast the API's functions start and answer, against functions that only make the same
 * calls.
 */
public final class ApiBench implements BenchSection {

  private static final int COLD_ROUNDS = Integer.getInteger("bench.api.cold", 12);
  private static final int WARM_ROUNDS = Integer.getInteger("bench.api.warm", 5);

  @Override
  public String name() {
    return "api";
  }

  @Override
  public String title() {
    return "API";
  }

  @Override
  public ResultsText measure() throws Exception {
    var cores = CpuPinning.ofThisProcess();
    CpuPinning.stayOn(cores.others());
    try (var services = CalledServices.start(Path.of("").toAbsolutePath());
        var people = new TestUsers(services.endpoints().connect());
        var lambda = new PinnedLambda(cores.launcher(), services.environment())) {
      var requests = new TestEvents(people, Path.of("events"));
      var section =
          new ResultsText()
              .say(
                  """
                  Each function is a process on one core, started from its zip by Lambda's own client with C1 only; the services that it \
                  calls (Data API with PostgreSQL, SQS) %s. The floor is a function that makes the same calls with the same client, \
                  checks nothing, logs nothing and answers `{}`; below that is an empty one. On AWS 512 MB comes with 0.29 of a core; \
                  here both sizes have a whole one, and differ in their heap.\
                  """,
                  cores.all().size() == 1 ? "share that core" : "are on others");
      var warm = new WarmBench(lambda, requests);
      warm.measure(WARM_ROUNDS);
      var cold = new ColdStartBench(lambda, requests);
      cold.measure(COLD_ROUNDS);
      cold.report(section);
      warm.report(section);
      return section;
    } finally {
      CpuPinning.stayOn(cores.all());
    }
  }
}
