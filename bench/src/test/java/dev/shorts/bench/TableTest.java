package dev.shorts.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void isMarkdown() {
    var table = new Table("what", "s").row("a walk", Spread.number(1.5));

    assertThat(table.markdown()).isEqualTo("| what | s |\n| --- | --- |\n| a walk | 1.50 |");
  }

  @Test
  void everyHeadingHasACell() {
    assertThatThrownBy(() -> new Table("what", "s").row("a walk"))
        .hasMessage("1 cells under [what, s]");
  }
}
