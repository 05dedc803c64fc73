package dev.shorts.bench.database;

import dev.shorts.bench.Part;
import dev.shorts.bench.Rounds;
import dev.shorts.bench.Section;
import dev.shorts.bench.Spread;
import dev.shorts.bench.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What the size of the table costs those who ask, without the Data API in between. */
public final class DatabaseBench implements Part {

  private static final int FEW = 1_000;

  /** 100,000 users at their limit for two days; fewer for a trial. */
  private static final int MANY = Integer.getInteger("bench.exports", 2_000_000);

  private static final int ROUNDS = Integer.getInteger("bench.rounds", 11);
  private static final int USERS = 50;
  private static final double TARGET = 1.5;

  @Override
  public String name() {
    return "database";
  }

  @Override
  public String title() {
    return "Database";
  }

  /** One request to one of the two databases. */
  private record Asked(Request request, Crowd crowd) {}

  @Override
  public Section measure() throws Exception {
    var section = new Section();
    try (var server = new Server(Path.of("bench/target/database").toAbsolutePath())) {
      var few = server.filled("few", FEW);
      System.out.printf("filling a table with %,d exports%n", MANY);
      var many = server.filled("many", MANY);
      times(few, many, section);
      System.out.println("plans, sweep, cleanup");
      var plans = new Plans();
      plans.explain(many);
      Housekeeping.measure(many, plans, section);
      plans.into(section);
    }
    return section;
  }

  private static void times(Stock few, Stock many, Section section) throws Exception {
    try (var small = Crowd.at(few, USERS);
        var large = Crowd.at(many, USERS)) {
      var things = new ArrayList<Asked>();
      for (var request : Request.values()) {
        things.add(new Asked(request, small));
        things.add(new Asked(request, large));
      }
      var round = new int[1];
      // The first round is not measured: connections and plans are new.
      for (var thing : things) {
        thing.crowd().ask(thing.request(), 0);
      }
      var measured =
          Rounds.of(
              ROUNDS,
              things,
              thing -> {
                System.out.printf(
                    "%s, %,d exports%n", thing.request().title(), thing.crowd().stock().exports());
                return thing.crowd().ask(thing.request(), ++round[0]);
              });
      show(small, large, measured, section);
    }
  }

  private static void show(
      Crowd small, Crowd large, Map<Asked, List<Times>> measured, Section section) {
    section.say(
        "%d users at once, each over a connection of its own and without a pause, %d rounds in"
            + " turns; %,d exports against %,d. Milliseconds.",
        USERS, ROUNDS, MANY, FEW);
    var table =
        new Table(
            "request",
            "quantile",
            "few",
            "many",
            "many / few",
            "many / `select 1`",
            "many / bare insert");
    var worst = 0.0;
    for (var request : Request.values()) {
      var few = measured.get(new Asked(request, small));
      var many = measured.get(new Asked(request, large));
      for (var quantile : QUANTILES.entrySet()) {
        var of = quantile.getValue();
        var ratio = ratio(many, few, of);
        table.row(
            request.title(),
            quantile.getKey(),
            spread(few, of),
            spread(many, of),
            ratio,
            ratio(many, measured.get(new Asked(Request.SELECT_1, large)), of),
            ratio(many, measured.get(new Asked(Request.INSERT, large)), of));
        worst = Request.OURS.contains(request) ? Math.max(worst, ratio.median()) : worst;
      }
    }
    section
        .show(table)
        .say(
            "The worst of create and get: %s x, target %s x: %s.",
            Spread.number(worst), Spread.number(TARGET), worst <= TARGET ? "met" : "**missed**");
  }

  private static final Map<String, ToDoubleFunction<Times>> QUANTILES =
      new java.util.TreeMap<>(Map.of("p50", Times::p50, "p99", Times::p99));

  private static Spread spread(List<Times> times, ToDoubleFunction<Times> of) {
    return Spread.of(times.stream().mapToDouble(of));
  }

  /** Of each round by itself. */
  private static Spread ratio(List<Times> times, List<Times> least, ToDoubleFunction<Times> of) {
    return Spread.of(
        IntStream.range(0, times.size())
            .mapToDouble(
                round -> of.applyAsDouble(times.get(round)) / of.applyAsDouble(least.get(round))));
  }
}
