package dev.shorts.bench.database;

import dev.shorts.bench.database.ExplainingConnection.Call;
import dev.shorts.bench.report.MarkdownTable;
import dev.shorts.bench.report.MedianRange;
import dev.shorts.bench.report.ResultsText;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measures the sweep and the hourly cleanup, in the batches of the cleanup function. */
final class CleanupBench {

  /** As in {@code ExpireExports} and {@code SweepExports}. */
  private static final int FILES = 500;

  private static final int SWEPT = 100;

  /** An hour before its time, so that an hour's rows are due. */
  private static final Duration RETENTION = Duration.ofHours(23);

  private static final String EXPIRED = "expires_at <= now() AND file_deleted_at IS NULL";

  private final ExplainingConnection worker;
  private final QueryPlans plans;
  private final MarkdownTable table =
      new MarkdownTable(
          "work",
          "batches",
          "rows",
          "ms, a batch",
          "ms, all",
          "in one statement, ms",
          "ratio",
          "pages, a batch",
          "pages, all");

  private CleanupBench(ExplainingConnection worker, QueryPlans plans) {
    this.worker = worker;
    this.plans = plans;
  }

  static void measure(FilledDatabase stock, QueryPlans plans, ResultsText section)
      throws SQLException {
    try (var worker = ExplainingConnection.at(stock)) {
      var keeping = new CleanupBench(worker, plans);
      double found = keeping.alone("SELECT id, user_id FROM scene_exports WHERE " + EXPIRED);
      double marked =
          keeping.alone("UPDATE scene_exports SET file_deleted_at = now() WHERE " + EXPIRED);
      double deleted =
          keeping.alone(
              "DELETE FROM scene_exports WHERE file_deleted_at IS NOT NULL AND expires_at <= now() - interval '%d hours'"
                  .formatted(RETENTION.toHours()));
      stock.server().run(stock.name(), "VACUUM scene_exports");
      worker.become(BenchPostgres.WORKER);
      keeping.sweep();
      keeping.expire(found, marked);
      keeping.delete(deleted);
      section.show(keeping.table);
    }
  }

  private void sweep() throws SQLException {
    var calls = new ArrayList<Call>();
    try (var sweep = worker.connection().prepareStatement(Statements.SWEEP)) {
      sweep.setLong(1, 300);
      sweep.setBoolean(2, true);
      sweep.setLong(3, 3);
      sweep.setLong(4, SWEPT);
      do {
        calls.add(call("sweep", sweep));
      } while (calls.getLast().rows() == SWEPT);
    }
    show("sweep", calls, calls.stream().mapToInt(Call::rows).sum(), Double.NaN);
  }

  private void expire(double found, double marked) throws SQLException {
    var finds = new ArrayList<Call>();
    var marks = new ArrayList<Call>();
    try (var find = worker.connection().prepareStatement(Statements.EXPIRED);
        var mark = worker.connection().prepareStatement(Statements.MARK_DELETED)) {
      String last = null;
      do {
        find.setString(1, last);
        find.setLong(2, FILES);
        finds.add(call("cleanup, find files", find));
        mark.setString(1, "{" + String.join(",", finds.getLast().column()) + "}");
        marks.add(call("cleanup, mark files", mark));
        last = finds.getLast().last();
      } while (finds.getLast().rows() == FILES);
    }
    int files = finds.stream().mapToInt(Call::rows).sum();
    show("cleanup, find files", finds, files, found);
    show("cleanup, mark files", marks, files, marked);
  }

  private void delete(double atOnce) throws SQLException {
    var calls = new ArrayList<Call>();
    try (var delete = worker.connection().prepareStatement(Statements.DELETE_ROWS)) {
      delete.setLong(1, RETENTION.toSeconds());
      delete.setLong(2, FILES);
      do {
        calls.add(call("cleanup, delete rows", delete));
      } while (number(calls.getLast()) == FILES);
    }
    show(
        "cleanup, delete rows", calls, calls.stream().mapToInt(CleanupBench::number).sum(), atOnce);
  }

  private static int number(Call call) {
    return Integer.parseInt(call.last());
  }

  private Call call(String title, PreparedStatement statement) throws SQLException {
    var call = worker.call(statement);
    plans.add(title, call);
    return call;
  }

  /** How long one statement takes for the rows of all batches, taken back. */
  private double alone(String sql) throws SQLException {
    worker.run("BEGIN");
    long start = System.nanoTime();
    worker.run(sql);
    double ms = (System.nanoTime() - start) / 1e6;
    worker.run("ROLLBACK");
    return ms;
  }

  private void show(String work, List<Call> calls, int rows, double atOnce) {
    double all = calls.stream().mapToDouble(Call::ms).sum();
    table.row(
        work,
        calls.size(),
        rows,
        MedianRange.of(calls.stream().mapToDouble(Call::ms)),
        MedianRange.number(all),
        Double.isNaN(atOnce) ? "" : MedianRange.number(atOnce),
        Double.isNaN(atOnce) ? "" : MedianRange.number(all / atOnce),
        MedianRange.of(calls.stream().mapToDouble(Call::buffers)),
        calls.stream().mapToLong(Call::buffers).sum());
  }
}
