package dev.shorts.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.emulator.faultproxy.ProxiedApplication.Ownership;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExportCallsTest {

  private static final Path FUNCTIONS = Path.of("../functions");
  private static final Pattern STATEMENT = Pattern.compile("(?i)\\bfrom (\\w+)\\(");

  @Test
  void theSqlFunctionsAreThoseThatTheRepositoriesCall() throws IOException {
    try (var files = Files.walk(FUNCTIONS)) {
      assertThat(
              files
                  .filter(file -> file.toString().matches(".*/src/main/java/.*Repository\\.java"))
                  .flatMap(file -> STATEMENT.matcher(read(file)).results())
                  .map(statement -> statement.group(1)))
          .containsExactlyInAnyOrderElementsOf(new ExportCalls().sqlFunctions());
    }
  }

  @Test
  void anExportBelongsToTheUserThatCreatesIt() {
    var parameters = Map.of("export_id", "e", "user_id", "u", "scene_id", "s");

    assertThat(new ExportCalls().ownership("create_scene_export", parameters))
        .contains(new Ownership("e", "u"));
    assertThat(new ExportCalls().ownership("get_scene_export", parameters)).isEmpty();
    assertThat(new ExportCalls().ownership("create_scene_export", Map.of("export_id", "e")))
        .isEmpty();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
