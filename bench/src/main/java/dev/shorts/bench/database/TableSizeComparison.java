package dev.shorts.bench.database;

import dev.shorts.bench.report.MarkdownTable;
import dev.shorts.bench.report.MedianRange;
import dev.shorts.bench.report.ResultsText;
import dev.shorts.bench.report.TargetCheck;
import dev.shorts.bench.run.AlternatingRounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Sends the same requests to a small and to a large table, by turns. */
record TableSizeComparison(
    ConcurrentUsers small, ConcurrentUsers large, Map<Asked, List<CallTimes>> measured) {

  private static final double TARGET = 1.5;

  private static final List<Quantile> QUANTILES =
      List.of(new Quantile("p50", CallTimes::p50), new Quantile("p99", CallTimes::p99));

  private record Quantile(String name, ToDoubleFunction<CallTimes> of) {

    MedianRange of(List<CallTimes> times) {
      return MedianRange.of(values(times));
    }

    /** Round by round. */
    MedianRange ratio(List<CallTimes> times, List<CallTimes> others) {
      return MedianRange.ratios(values(times), values(others));
    }

    private List<Double> values(List<CallTimes> times) {
      return times.stream().map(of::applyAsDouble).toList();
    }
  }

  /** One request to one of the two databases. */
  private record Asked(SqlRequest request, ConcurrentUsers crowd) {}

  static TableSizeComparison of(ConcurrentUsers small, ConcurrentUsers large, int rounds)
      throws Exception {
    var things = new ArrayList<Asked>();
    for (var request : SqlRequest.values()) {
      things.add(new Asked(request, small));
      things.add(new Asked(request, large));
    }
    // Not measured: connections and plans are new.
    for (var thing : things) {
      thing.crowd().ask(thing.request(), 0);
    }
    var turns = new int[1];
    return new TableSizeComparison(
        small,
        large,
        AlternatingRounds.of(
            rounds,
            things,
            thing -> {
              System.out.printf(
                  "%s, %,d exports%n", thing.request().title(), thing.crowd().stock().exports());
              return thing.crowd().ask(thing.request(), ++turns[0]);
            }));
  }

  ResultsText into(ResultsText section) {
    var table =
        new MarkdownTable(
            "ms",
            "quantile",
            "few exports",
            "many",
            "many / few",
            "many / `select 1`",
            "many / bare insert");
    var worst = 0.0;
    for (var request : SqlRequest.values()) {
      var few = measured.get(new Asked(request, small));
      var many = measured.get(new Asked(request, large));
      for (var quantile : QUANTILES) {
        var ratio = quantile.ratio(many, few);
        table.row(
            request.title(),
            quantile.name(),
            quantile.of(few),
            quantile.of(many),
            ratio,
            quantile.ratio(many, measured.get(new Asked(SqlRequest.SELECT_1, large))),
            quantile.ratio(many, measured.get(new Asked(SqlRequest.INSERT, large))));
        worst = SqlRequest.OURS.contains(request) ? Math.max(worst, ratio.median()) : worst;
      }
    }
    return section
        .show(table)
        .say(
            "The most that create or get take with many, at p50 or p99: %s x, target %s x: %s.",
            MedianRange.number(worst), MedianRange.number(TARGET), TargetCheck.of(worst, TARGET));
  }
}
