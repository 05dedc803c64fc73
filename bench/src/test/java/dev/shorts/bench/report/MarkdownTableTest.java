package dev.shorts.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkdownTableTest {

  @Test
  void isMarkdown() {
    var table = new MarkdownTable("what", "s").row("a walk", MedianRange.number(1.5));

    assertThat(table.markdown()).isEqualTo("| what | s |\n| --- | --- |\n| a walk | 1.50 |");
  }

  @Test
  void everyHeadingHasACell() {
    assertThatThrownBy(() -> new MarkdownTable("what", "s").row("a walk"))
        .hasMessage("1 cells under [what, s]");
  }
}
