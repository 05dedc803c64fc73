package dev.shorts.bench.report;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Writes rows under headings as a table in Markdown. */
public final class MarkdownTable {

  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  public MarkdownTable(String... headings) {
    this.headings = List.of(headings);
  }

  /** A cell for each heading. */
  public MarkdownTable row(Object... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(cells.length + " cells under " + headings);
    }
    rows.add(Stream.of(cells).map(String::valueOf).toList());
    return this;
  }

  String markdown() {
    return Stream.concat(
            Stream.of(headings, Collections.nCopies(headings.size(), "---")), rows.stream())
        .map(cells -> cells.stream().collect(joining(" | ", "| ", " |")))
        .collect(joining("\n"));
  }
}
