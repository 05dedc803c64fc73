package dev.shorts.bench;

import java.util.ArrayList;
import java.util.List;

/** What was measured, as Markdown: sentences and tables. */
public final class Section {

  private final List<String> blocks = new ArrayList<>();

  public Section say(String sentence, Object... values) {
    blocks.add(values.length == 0 ? sentence : sentence.formatted(values));
    return this;
  }

  public Section show(Table table) {
    blocks.add(table.markdown());
    return this;
  }

  @Override
  public String toString() {
    return String.join("\n\n", blocks);
  }
}
