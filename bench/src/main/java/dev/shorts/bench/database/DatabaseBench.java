package dev.shorts.bench.database;

import dev.shorts.bench.report.BenchSection;
import dev.shorts.bench.report.ResultsText;
import java.nio.file.Path;
import java.sql.SQLException;

/** Measures what the table's size costs requests, without the Data API in between. */
public final class DatabaseBench implements BenchSection {

  private static final int FEW = 1_000;

  /** 100,000 users at their limit for two days; fewer for a trial. */
  private static final int MANY = Integer.getInteger("bench.exports", 2_000_000);

  private static final int ROUNDS = Integer.getInteger("bench.rounds", 11);
  private static final int USERS = 50;

  @Override
  public String name() {
    return "database";
  }

  @Override
  public String title() {
    return "Database";
  }

  @Override
  public ResultsText measure() throws Exception {
    var section = new ResultsText();
    try (var server = new BenchPostgres(Path.of("bench/target/database").toAbsolutePath())) {
      var few = server.filled("few", FEW);
      // Fifty users are few enough for the statistics to know each of them. A plan for one who has
      // made little then looks cheaper than the one for all, and is made anew with every call,
      // which takes twice as long: a slow small table would make the large one look good.
      server.run("few", "ALTER DATABASE few SET plan_cache_mode = force_generic_plan");
      System.out.printf("filling a table with %,d exports%n", MANY);
      var many = server.filled("many", MANY);
      introduce(few, many, section);
      try (var small = ConcurrentUsers.at(few, USERS);
          var large = ConcurrentUsers.at(many, USERS)) {
        TableSizeComparison.of(small, large, ROUNDS).into(section);
      }
      System.out.println("plans, sweep, cleanup");
      var plans = new QueryPlans();
      plans.explain(many);
      section.say(
          "Sweep and cleanup of an hour with many exports. *In one statement* is the same work done"
              + " at once, before, by the superuser; ours is in batches, under row level security,"
              + " locks each row that it deletes, and is counted by EXPLAIN. The first batch that"
              + " finds files passes all that expired in the last day. Rows lie without room"
              + " between them, so that no change of one finds any in its page:");
      CleanupBench.measure(many, plans, section);
      section.say("How it is done with many exports, the plan after several calls:");
      plans.into(section);
    }
    return section;
  }

  private static void introduce(FilledDatabase few, FilledDatabase many, ResultsText section)
      throws SQLException {
    section.say(
        "PostgreSQL %s with shared_buffers = %s, fsync = %s, synchronous_commit = %s. scene_exports"
            + " with %,d rows (%s with its indexes) and with %,d (%s), of two days. %d users at"
            + " once, each over a connection of its own and without a pause; %d rounds in turns."
            + " With few rows PostgreSQL is made to keep its plans (plan_cache_mode = %s), as it"
            + " does with many: by itself it plans each call anew, and is slower.",
        many.ask("SHOW server_version"),
        many.ask("SHOW shared_buffers"),
        many.ask("SHOW fsync"),
        many.ask("SHOW synchronous_commit"),
        few.exports(),
        size(few),
        many.exports(),
        size(many),
        USERS,
        ROUNDS,
        few.ask("SHOW plan_cache_mode"));
  }

  private static String size(FilledDatabase stock) throws SQLException {
    return stock.ask("SELECT pg_size_pretty(pg_total_relation_size('scene_exports'))");
  }
}
