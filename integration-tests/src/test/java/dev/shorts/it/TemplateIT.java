package dev.shorts.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code template.yaml} passes cfn-lint and SAM's own transform. */
@Tag("embedded") // asks no cloud
class TemplateIT {

  @Test
  void passesItsCheck() throws Exception {
    Process check =
        new ProcessBuilder("build/check-template")
            .directory(Path.of("..").toFile())
            .redirectErrorStream(true)
            .start();
    var said = new String(check.getInputStream().readAllBytes(), UTF_8);

    assertThat(check.waitFor()).as(said).isZero();
  }
}
