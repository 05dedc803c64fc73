package dev.shorts.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the metrics of the template's alarms with those that the functions write. */
class AlarmsTest {

  private static final Path ROOT = Path.of("..");

  @Test
  void watchMetricsThatSomebodyWrites() throws IOException {
    var watched =
        Pattern.compile("Namespace: !Sub ShortsExport/\\S+\\s+MetricName: (\\w+)")
            .matcher(Files.readString(ROOT.resolve("template.yaml")))
            .results()
            .map(MatchResult::group)
            .map(found -> found.replaceAll("(?s).*: ", ""))
            .toList();

    assertThat(watched).hasSizeGreaterThan(4);
    assertThat(code()).contains(watched.stream().map("count(\"%s\")"::formatted).toList());
  }

  private static String code() throws IOException {
    try (var files =
        Stream.concat(
            Files.walk(ROOT.resolve("core/src/main")), Files.walk(ROOT.resolve("functions")))) {
      return files
          .filter(file -> file.toString().matches(".*/src/main/.*\\.java"))
          .map(AlarmsTest::text)
          .collect(Collectors.joining());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
