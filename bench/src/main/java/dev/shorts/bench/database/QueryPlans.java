package dev.shorts.bench.database;

import dev.shorts.bench.database.ExplainingConnection.Call;
import dev.shorts.bench.report.MarkdownTable;
import dev.shorts.bench.report.ResultsText;
import dev.shorts.bench.report.TargetCheck;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** Shows the plans of the requests: their indexes and how many pages they read. */
record QueryPlans(Map<String, List<Call>> calls) {

  /** After five calls PostgreSQL may keep a plan for all arguments: the last ones have it. */
  private static final int CALLS = 8;

  QueryPlans() {
    this(new LinkedHashMap<>());
  }

  /** Asks for what users and a worker ask for, and takes it all back. */
  void explain(FilledDatabase stock) throws SQLException {
    var random = new SplittableRandom(1);
    try (var explained = ExplainingConnection.at(stock)) {
      explained.connection().setAutoCommit(false);
      explained.become(BenchPostgres.API);
      for (var request : SqlRequest.OURS) {
        try (var statement = request.prepare(explained.connection())) {
          for (int turn = 0; turn < CALLS; turn++) {
            request.bind(statement, stock, turn, random);
            add(request.title(), explained.call(statement));
          }
        }
      }
      explained.become(BenchPostgres.WORKER);
      var made =
          "SELECT id FROM scene_exports WHERE user_id = '%s'".formatted(stock.free().get(0).user());
      try (var statement = explained.connection().prepareStatement(Statements.CLAIM);
          var export = explained.connection().prepareStatement(made)) {
        statement.setString(1, explained.call(export).last());
        statement.setLong(3, 120);
        statement.setLong(4, 3);
        for (int turn = 0; turn < CALLS; turn++) {
          // One worker's, repeated; the last is another's: held, which takes a second look.
          statement.setString(2, new UUID(7, turn / (CALLS - 1)).toString());
          add("claim", explained.call(statement));
        }
      }
      explained.connection().rollback();
    }
  }

  void add(String title, Call call) {
    calls.computeIfAbsent(title, _ -> new ArrayList<>()).add(call);
  }

  ResultsText into(ResultsText section) {
    var table = new MarkdownTable("call", "statement", "how", "pages");
    long scans = 0;
    for (var each : calls.entrySet()) {
      var call = each.getValue().getLast();
      for (var plan :
          call.plans().stream().filter(plan -> !plan.nodes().isEmpty()).distinct().toList()) {
        table.row(
            each.getKey(),
            "`" + shortened(plan.statement()) + "`",
            String.join("; ", plan.nodes()),
            plan.buffers());
      }
      scans +=
          each.getValue().stream()
              .flatMap(made -> made.plans().stream())
              .filter(QueryPlan::scansAll)
              .count();
    }
    return section
        .show(table)
        .say(
            "In %d calls of %d kinds, %d statements read all of scene_exports (target 0: %s).",
            calls.values().stream().mapToInt(List::size).sum(),
            calls.size(),
            scans,
            TargetCheck.of(scans, 0));
  }

  private static String shortened(String statement) {
    return statement.length() <= 60 ? statement : statement.substring(0, 60) + "…";
  }
}
