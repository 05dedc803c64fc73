package dev.shorts.bench.api;

import dev.shorts.bench.report.MarkdownTable;
import dev.shorts.bench.report.MedianRange;
import dev.shorts.bench.report.ResultsText;
import dev.shorts.bench.run.AlternatingRounds;
import dev.shorts.emulator.lambda.LambdaFunction;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Measures requests to functions that have been running for a while. */
final class WarmBench {

  private static final int MEMORY = 1769;
  private static final CostTarget TARGET = new CostTarget(1.5);

  private final PinnedLambda lambda;
  private final TestEvents requests;
  private Map<BenchedFunction, List<WarmRun>> runs = Map.of();

  WarmBench(PinnedLambda lambda, TestEvents requests) {
    this.lambda = lambda;
    this.requests = requests;
  }

  void measure(int rounds) throws Exception {
    var functions = new EnumMap<BenchedFunction, LambdaFunction>(BenchedFunction.class);
    for (var subject : BenchedFunction.values()) {
      functions.put(subject, lambda.deploy(subject, MEMORY, subject.name() + "-warm", Map.of()));
    }
    // The services are slow until they have answered some thousand times.
    AlternatingRounds.of(
        1,
        List.of(BenchedFunction.CREATE, BenchedFunction.GET),
        subject -> run(functions, subject));
    runs =
        AlternatingRounds.of(
            rounds, List.of(BenchedFunction.values()), subject -> run(functions, subject));
  }

  private WarmRun run(Map<BenchedFunction, LambdaFunction> functions, BenchedFunction subject)
      throws Exception {
    var run = WarmRun.of(functions.get(subject), subject, lambda, requests);
    requests.forgetExports();
    System.out.printf("%s, warm: %.2f ms, CPU %.2f ms%n", subject, run.median(), run.cpu());
    return run;
  }

  void report(ResultsText section) {
    var table =
        new MarkdownTable(
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

  private String verdict(BenchedFunction subject, BenchedFunction bare) {
    return TARGET.verdict(MedianRange.ratios(cpu(subject), cpu(bare)));
  }

  private List<Double> cpu(BenchedFunction subject) {
    return runs.get(subject).stream().map(WarmRun::cpu).toList();
  }

  private static MedianRange spread(List<WarmRun> runs, ToDoubleFunction<WarmRun> figure) {
    return MedianRange.of(runs.stream().mapToDouble(figure));
  }
}
