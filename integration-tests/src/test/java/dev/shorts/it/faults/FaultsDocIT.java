package dev.shorts.it.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.driver.Cloud;
import dev.shorts.it.driver.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests the examples in docs/faults.md. */
class FaultsDocIT {

  private final String doc = read();
  private final Platform platform = Cloud.shared().platform();

  @Test
  void itsExamplesWorkAsPasted() throws Exception {
    var user = platform.newUser();
    var export = user.post(platform.sceneWithoutVideo(user, "0", "10")).text("export_id");
    var pauses = all("(?s)```sh\n(.*?)```", doc).collect(joining("echo; read _\n"));
    var shell =
        new ProcessBuilder("bash", "-c", pauses.replace("local/target", "integration-tests/target"))
            .directory(Cloud.ROOT.toFile())
            .redirectErrorStream(true)
            .start();
    try (var said = shell.inputReader(UTF_8);
        var more = shell.outputWriter(UTF_8)) {
      assertThat(said.readLine()).isEmpty();
      assertThat(user.get(export).status()).isEqualTo(200);
      more.write("\n");
      more.flush();
      assertThat(said.readLine()).isEqualTo("{\"fired\":1}{\"fired\":1}");
      more.write("\n");
      more.flush();
      assertThat(said.readLine()).matches("\\{\"id\":\\d+}\\[]");
    }
  }

  @Test
  void itsTablesAreWhole() {
    assertThat(effects()).isEqualTo(known("effect", "sqs", "SendMessage"));
    for (var service : List.of("rds-data", "s3", "sqs")) {
      assertThat(operations(service)).isEqualTo(known("operation", service, "?"));
    }
  }

  /** Such as {@code slow (bytes_per_s), drop}. */
  private String effects() {
    var rows = doc.substring(doc.indexOf("| `effect` |")).lines().skip(2);
    return rows.takeWhile(row -> row.startsWith("|"))
        .map(row -> row.split("\\|"))
        .map(
            cells ->
                all("`(\\w+)`", cells[1]).findFirst().orElseThrow()
                    + (cells[2].isBlank()
                        ? ""
                        : all("`(\\w+)`", cells[2]).collect(joining(", ", " (", ")"))))
        .collect(joining(", "));
  }

  private String operations(String service) {
    var row = all("(?m)^\\| `%s` \\|(.*)".formatted(service), doc).findFirst().orElseThrow();
    return all("`(\\w+)`", row).collect(joining(", "));
  }

  /** What is named to one who says a fault wrongly. */
  private String known(String word, String service, String operation) {
    var fault =
        "{\"service\": \"%s\", \"operation\": \"%s\", \"effect\": \"?\"}"
            .formatted(service, operation);
    var sentence = platform.wires().tryOn(fault).text("message");
    assertThat(sentence).startsWith(word + " is ").endsWith(".");
    return sentence
        .substring((word + " is ").length(), sentence.length() - 1)
        .replace(" or ", ", ");
  }

  private static Stream<String> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1));
  }

  private static String read() {
    try {
      return Files.readString(Cloud.ROOT.resolve("docs/faults.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
