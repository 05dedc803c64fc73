package dev.shorts.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, UTF_8);

  @Test
  void progressIsABarOnATerminal() {
    var progress = new ProgressDisplay(out, true);
    progress.show("processing", 50);
    progress.end();

    assertThat(bytes.toString(UTF_8))
        .isEqualTo(
            "\r[####################....................]  50 % processing"
                + System.lineSeparator());
  }

  @Test
  void progressIsALinePerFifthElsewhere() {
    var progress = new ProgressDisplay(out, false);
    progress.show("pending", 0);
    for (int percent = 0; percent <= 100; percent++) {
      progress.show("processing", percent);
    }
    progress.end();

    assertThat(bytes.toString(UTF_8).lines())
        .containsExactly(
            "pending 0 %",
            "processing 0 %",
            "processing 20 %",
            "processing 40 %",
            "processing 60 %",
            "processing 80 %",
            "processing 100 %");
  }

  @Test
  void aStopwatchMeasuresEachPart() {
    var nanos = LongStream.of(0, 1_500_000_000L, 1_740_000_000L).iterator();
    LongSupplier clock = nanos::next;
    var times = new Stopwatch(clock);
    times.lap("start");
    times.lap("upload");

    assertThat(times).hasToString("start 1.5 s, upload 0.2 s");
  }
}
