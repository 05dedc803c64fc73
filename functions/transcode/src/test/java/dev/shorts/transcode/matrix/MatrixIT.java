package dev.shorts.transcode.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.OneExport;
import dev.shorts.transcode.fixture.Source;
import dev.shorts.transcode.fixture.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every source of the table: proved, and looked at by other eyes. Those that are about a shape with
 * both strategies, the others with one or the other, or with both too by {@code -Dmatrix=whole}.
 */
@Execution(ExecutionMode.CONCURRENT)
class MatrixIT {

  /** What was measured, for whoever wants to know how near the limits are. */
  private static final Path MEASURES = Path.of("target", "matrix.txt");

  private static final String NO_SOUND = "The short has no sound: we can't read the video's sound.";

  private static final Pattern SHAPE =
      Pattern.compile("turned|mirrored|upside|pixel|odd|tiny|eight|already|taller|square|wide");

  private static final boolean WHOLE = System.getProperty("matrix", "").equals("whole");

  @TempDir private Path root;

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("sources")
  void becomesARightShort(Source source, String strategy) throws IOException {
    var ended =
        new OneExport(root)
            .run(Sources.folder().resolve(source.file()), strategy, source.from(), source.to(), 1);
    assertThat(ended.completed()).as(ended.log()).isTrue();
    assertThat(ended.said()).endsWith("notice=" + (source.silent() ? NO_SOUND : "null"));

    var seen = ShortUnderTest.of(source, strategy, ended.file());
    note(seen, strategy);
    assertThat(Check.all(seen)).isEmpty();
  }

  static Stream<Arguments> sources() {
    var only = System.getProperty("source", "");
    var all = Sources.all();
    return IntStream.range(0, all.size())
        .filter(i -> only.isEmpty() || all.get(i).name().matches(only))
        .boxed()
        .flatMap(i -> strategies(all.get(i), i).map(it -> Arguments.of(all.get(i), it)));
  }

  private static Stream<String> strategies(Source source, int place) {
    var both = List.of("center_crop", "letterbox");
    return WHOLE || SHAPE.matcher(source.name()).find()
        ? both.stream()
        : Stream.of(both.get(place % both.size()));
  }

  private static synchronized void note(ShortUnderTest seen, String strategy) throws IOException {
    var lines = new StringBuilder();
    for (var pair : seen.pairs()) {
      lines.append("%s %s %s%n".formatted(seen.source(), strategy, pair));
    }
    Files.writeString(MEASURES, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
