package dev.shorts.bench.database;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A QueryPlan is the plan of one statement, as auto_explain logs it.
 *
 * @param statement its text on one line
 * @param nodes those that touch a table or call a function, with the index they use
 * @param buffers pages touched by it and by what it called
 */
record QueryPlan(String statement, List<String> nodes, long buffers) {

  private static final Pattern NODE =
      Pattern.compile("^\\s*(?:->\\s+)?(\\S.*? on .*?)  \\(cost=", Pattern.MULTILINE);
  private static final Pattern FIRST_NODE = Pattern.compile("^.*\\(cost=", Pattern.MULTILINE);
  private static final Pattern BUFFERS = Pattern.compile("Buffers: shared(.*)");
  private static final Pattern PAGES = Pattern.compile("(?:hit|read)=(\\d+)");
  private static final Pattern SEQUENTIAL = Pattern.compile("Seq Scan on scene_exports\\b.*");

  /**
   * @param notice “duration: … plan:”, the statement, and its plan as text
   */
  static QueryPlan of(String notice) {
    var text = notice.substring(notice.indexOf("Query Text: ") + "Query Text: ".length());
    var first = FIRST_NODE.matcher(text);
    if (!first.find()) {
      throw new IllegalArgumentException("no plan: " + notice);
    }
    var plan = text.substring(first.start());
    return new QueryPlan(
        text.substring(0, first.start()).strip().replaceAll("\\s+", " "),
        NODE.matcher(plan).results().map(node -> node.group(1)).toList(),
        buffers(plan));
  }

  boolean scansAll() {
    return nodes.stream().anyMatch(node -> SEQUENTIAL.matcher(node).find());
  }

  /** The first line is of the topmost node, and counts what is below it. */
  private static long buffers(String plan) {
    var line = BUFFERS.matcher(plan);
    return line.find()
        ? PAGES
            .matcher(line.group(1))
            .results()
            .map((MatchResult pages) -> pages.group(1))
            .mapToLong(Long::parseLong)
            .sum()
        : 0;
  }
}
