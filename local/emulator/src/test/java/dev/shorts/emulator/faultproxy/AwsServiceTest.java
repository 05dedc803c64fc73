package dev.shorts.emulator.faultproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AwsServiceTest {

  private static final Path FUNCTIONS = Path.of("../functions");
  private static final Pattern STATEMENT = Pattern.compile("(?i)\\bfrom (\\w+)\\(");

  @Test
  void theOperationsOfTheDataApiAreTheStatementsOfTheFunctions() throws IOException {
    try (var files = Files.walk(FUNCTIONS)) {
      assertThat(
              files
                  .filter(file -> file.toString().matches(".*/src/main/java/.*Repository\\.java"))
                  .flatMap(file -> STATEMENT.matcher(read(file)).results())
                  .map(statement -> statement.group(1)))
          .containsExactlyInAnyOrderElementsOf(AwsService.RDS_DATA.operations());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
