package dev.shorts.bench.api;

import dev.shorts.bench.Rounds;
import dev.shorts.bench.Section;
import dev.shorts.bench.Spread;
import dev.shorts.bench.Table;
import dev.shorts.local.lambda.LambdaFunction;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Requests to functions that have been running for a while. */
final class Warm {

  private static final int MEMORY = 1769;
  private static final Target TARGET = new Target(1.5);

  private final Lambda lambda;
  private final Requests requests;
  private Map<Subject, List<WarmRun>> runs = Map.of();

  Warm(Lambda lambda, Requests requests) {
    this.lambda = lambda;
    this.requests = requests;
  }

  void measure(int rounds) throws Exception {
    var functions = new EnumMap<Subject, LambdaFunction>(Subject.class);
    for (var subject : Subject.values()) {
      functions.put(subject, lambda.deploy(subject, MEMORY, subject.name() + "-warm", Map.of()));
    }
    // The services are slow until they have answered some thousand times.
    Rounds.of(1, List.of(Subject.CREATE, Subject.GET), subject -> run(functions, subject));
    runs = Rounds.of(rounds, List.of(Subject.values()), subject -> run(functions, subject));
  }

  private WarmRun run(Map<Subject, LambdaFunction> functions, Subject subject) throws Exception {
    var run = WarmRun.of(functions.get(subject), subject, lambda, requests);
    requests.forgetExports();
    System.out.printf("%s, warm: %.2f ms, CPU %.2f ms%n", subject, run.median(), run.cpu());
    return run;
  }

  void report(Section section) {
    var table =
        new Table(
            "warm",
            "median (ms)",
            "p99 (ms)",
            "CPU (ms)",
            "× bare",
            "allocated (kB)",
            "a second",
            "memory (MB)");
    runs.forEach(
        (subject, measured) ->
            table.row(
                subject,
                spread(measured, WarmRun::median),
                spread(measured, WarmRun::slow),
                spread(measured, WarmRun::cpu),
                subject.bare().map(bare -> verdict(subject, bare)).orElse(""),
                spread(measured, WarmRun::allocated),
                spread(measured, WarmRun::perSecond),
                spread(measured, WarmRun::memory)));
    section
        .say(
            """
            **Warm**, %d processes of each in turns, %d MB, one request after the other. CPU is that of the function's process alone, so what \
            the services take is not in it; memory is the most that the process ever had.\
            """,
            runs.values().iterator().next().size(), MEMORY)
        .show(table);
  }

  private String verdict(Subject subject, Subject bare) {
    return TARGET.verdict(Spread.ratios(cpu(subject), cpu(bare)));
  }

  private List<Double> cpu(Subject subject) {
    return runs.get(subject).stream().map(WarmRun::cpu).toList();
  }

  private static Spread spread(List<WarmRun> runs, ToDoubleFunction<WarmRun> figure) {
    return Spread.of(runs.stream().mapToDouble(figure));
  }
}
