package dev.shorts.bench.report;

import java.util.ArrayList;
import java.util.List;

/** Builds the Markdown of a section: sentences and tables. */
public final class ResultsText {

  private final List<String> blocks = new ArrayList<>();

  public ResultsText say(String sentence, Object... values) {
    blocks.add(values.length == 0 ? sentence : sentence.formatted(values));
    return this;
  }

  public ResultsText show(MarkdownTable table) {
    blocks.add(table.markdown());
    return this;
  }

  @Override
  public String toString() {
    return String.join("\n\n", blocks);
  }
}
