package dev.shorts.bench.database;

import dev.shorts.bench.Rounds;
import dev.shorts.bench.Section;
import dev.shorts.bench.Spread;
import dev.shorts.bench.Table;
import dev.shorts.bench.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The same requests to a small table and to a large one, in turns. */
record Comparison(Crowd small, Crowd large, Map<Asked, List<Times>> measured) {

  private static final double TARGET = 1.5;

  private static final List<Quantile> QUANTILES =
      List.of(new Quantile("p50", Times::p50), new Quantile("p99", Times::p99));

  private record Quantile(String name, ToDoubleFunction<Times> of) {

    Spread of(List<Times> times) {
      return Spread.of(values(times));
    }

    /** Round by round. */
    Spread ratio(List<Times> times, List<Times> others) {
      return Spread.ratios(values(times), values(others));
    }

    private List<Double> values(List<Times> times) {
      return times.stream().map(of::applyAsDouble).toList();
    }
  }

  /** One request to one of the two databases. */
  private record Asked(Request request, Crowd crowd) {}

  static Comparison of(Crowd small, Crowd large, int rounds) throws Exception {
    var things = new ArrayList<Asked>();
    for (var request : Request.values()) {
      things.add(new Asked(request, small));
      things.add(new Asked(request, large));
    }
    // Not measured: connections and plans are new.
    for (var thing : things) {
      thing.crowd().ask(thing.request(), 0);
    }
    var turns = new int[1];
    return new Comparison(
        small,
        large,
        Rounds.of(
            rounds,
            things,
            thing -> {
              System.out.printf(
                  "%s, %,d exports%n", thing.request().title(), thing.crowd().stock().exports());
              return thing.crowd().ask(thing.request(), ++turns[0]);
            }));
  }

  Section into(Section section) {
    var table =
        new Table(
            "ms",
            "quantile",
            "few exports",
            "many",
            "many / few",
            "many / `select 1`",
            "many / bare insert");
    var worst = 0.0;
    for (var request : Request.values()) {
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
            quantile.ratio(many, measured.get(new Asked(Request.SELECT_1, large))),
            quantile.ratio(many, measured.get(new Asked(Request.INSERT, large))));
        worst = Request.OURS.contains(request) ? Math.max(worst, ratio.median()) : worst;
      }
    }
    return section
        .show(table)
        .say(
            "The most that create or get take with many, at p50 or p99: %s x, target %s x: %s.",
            Spread.number(worst), Spread.number(TARGET), Verdict.of(worst, TARGET));
  }
}
