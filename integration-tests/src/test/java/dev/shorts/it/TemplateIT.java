package dev.shorts.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code template.yaml} passes cfn-lint, both validations of SAM and its transform. */
@Tag("embedded") // asks no cloud
class TemplateIT {

  @Test
  void passesItsCheck() throws Exception {
    runs("build/check-template");
  }

  /** What Maven has made is what {@code sam deploy} uploads, also behind a {@code sam build}. */
  @Test
  void samBuildTakesTheZipsAndTheLayerAsTheyAre() throws Exception {
    var built = Cloud.ROOT.resolve("integration-tests/target/sam-build");

    runs("build/sam", "build", "--build-dir", built.toString());

    var paths =
        Pattern.compile("(?:CodeUri|ContentUri): (.+)")
            .matcher(Files.readString(built.resolve("template.yaml")))
            .results()
            .map(found -> built.resolve(found.group(1)).normalize())
            .toList();
    assertThat(paths)
        .hasSize(6)
        .allSatisfy(path -> assertThat(path).exists().startsWith(Cloud.ROOT));
    assertThat(paths).noneMatch(path -> path.startsWith(built));
  }

  private static void runs(String... command) throws Exception {
    Process process =
        new ProcessBuilder(List.of(command))
            .directory(Cloud.ROOT.toFile())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
  }
}
