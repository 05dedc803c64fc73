package dev.shorts.transcode.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorTailTest {

  @Test
  void errorTailIsPrintedInOneLine() {
    assertThat(new ErrorTail(69, List.of("one", "two"))).hasToString("exit 69: one | two");
  }

  @Test
  void addressOfTheSourceIsRemoved() {
    assertThat(
            new ErrorTail(
                1, List.of("http://127.0.0.1:41559/00000000-0000-4000-8000-0000c: End of file")))
        .hasToString("exit 1: source: End of file");
  }

  /** Whoever reads a log in a terminal must not be shown what a file wants. */
  @Test
  void controlCharactersAreReplaced() throws IOException {
    var output = new ErrorTailReader();
    output.read(
        new ByteArrayInputStream(
            "title: \u001b[2J\u009b2J\u0000x".getBytes(StandardCharsets.UTF_8)));

    assertThat(output.kept()).containsExactly("title: ?[2J?2J?x");
  }
}
