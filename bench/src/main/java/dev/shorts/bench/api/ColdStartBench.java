package dev.shorts.bench.api;

import dev.shorts.bench.report.MarkdownTable;
import dev.shorts.bench.report.MedianRange;
import dev.shorts.bench.report.ResultsText;
import dev.shorts.bench.run.AlternatingRounds;
import dev.shorts.emulator.lambda.LambdaFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Measures starts of the functions, from the start of the process to the first answer. */
final class ColdStartBench {

  private static final List<Integer> MEMORIES = List.of(512, 1769);
  private static final CostTarget TARGET = new CostTarget(1.25);

  private final PinnedLambda lambda;
  private final TestEvents requests;
  private Map<Case, List<ColdStart>> starts = Map.of();
  private final Map<BenchedFunction, ClassLog> classes = new LinkedHashMap<>();

  private record Case(BenchedFunction subject, int memory) {}

  ColdStartBench(PinnedLambda lambda, TestEvents requests) {
    this.lambda = lambda;
    this.requests = requests;
  }

  void measure(int rounds) throws Exception {
    var functions = new LinkedHashMap<Case, LambdaFunction>();
    for (var memory : MEMORIES) {
      for (var subject : BenchedFunction.values()) {
        functions.put(new Case(subject, memory), lambda.deploy(subject, memory));
      }
    }
    starts =
        AlternatingRounds.of(
            rounds,
            new ArrayList<>(functions.keySet()),
            one -> {
              var start =
                  ColdStart.of(functions.get(one), one.subject(), event(one.subject()), lambda);
              System.out.printf("%s, %d MB: %.0f ms%n", one.subject(), one.memory(), start.total());
              return start;
            });
    for (var subject : BenchedFunction.values()) {
      classes.put(subject, classes(subject));
    }
    requests.forgetExports();
  }

  private byte[] event(BenchedFunction subject) {
    return requests.next(subject);
  }

  /** In a start of its own: writing the log takes time. */
  private ClassLog classes(BenchedFunction subject) throws Exception {
    var file = lambda.directory().resolve(subject.name() + ".classes");
    var function =
        lambda.deploy(
            subject, MEMORIES.getLast(), subject.name() + "-classes", ClassLog.variables(file));
    ColdStart.of(function, subject, event(subject), lambda);
    return ClassLog.read(file);
  }

  void report(ResultsText section) {
    var times =
        new MarkdownTable(
            "cold start",
            "memory (MB)",
            "init (ms)",
            "first answer (ms)",
            "both (ms)",
            "CPU (ms)",
            "× bare");
    starts.forEach(
        (one, measured) ->
            times.row(
                one.subject(),
                one.memory(),
                spread(measured, ColdStart::init),
                spread(measured, ColdStart::first),
                spread(measured, ColdStart::total),
                spread(measured, ColdStart::cpu),
                one.subject().bare().map(bare -> verdict(one, bare)).orElse("")));
    var loaded =
        new MarkdownTable(
            "classes until the first answer",
            "JVM to main (ms)",
            "from the JDK's archive",
            "read from the JDK",
            "read from jars",
            "made at run time",
            "all");
    classes.forEach(
        (subject, log) ->
            loaded.row(
                subject,
                MedianRange.number(log.main()),
                log.shared(),
                log.jdk(),
                log.jars(),
                log.made(),
                log.total()));
    section
        .say(
            """
            **Cold start**, %d of each, in turns. *Init* is the JVM, Lambda's client and the handler's constructor; what is made ready in it \
            and what only with the first event can be moved, so both count.\
            """,
            starts.values().iterator().next().size())
        .show(times)
        .show(loaded);
  }

  private String verdict(Case one, BenchedFunction bare) {
    return TARGET.verdict(MedianRange.ratios(totals(one), totals(new Case(bare, one.memory()))));
  }

  private List<Double> totals(Case one) {
    return starts.get(one).stream().map(ColdStart::total).toList();
  }

  private static MedianRange spread(List<ColdStart> starts, ToDoubleFunction<ColdStart> figure) {
    return MedianRange.of(starts.stream().mapToDouble(figure));
  }
}
