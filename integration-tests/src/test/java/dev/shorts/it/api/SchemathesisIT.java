package dev.shorts.it.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.driver.Cloud;
import dev.shorts.it.driver.Platform;
import org.junit.jupiter.api.Test;

/** Schemathesis, which reads openapi.yaml, finds no answer outside of it: {@code make fuzz}. */
class SchemathesisIT {

  private final Platform platform = Cloud.shared().platform();

  @Test
  void findsNothing() throws Exception {
    int before = exports();
    var fuzz = new ProcessBuilder("build/fuzz", "--no-color").directory(Cloud.ROOT.toFile());
    fuzz.environment().put("ENDPOINTS", "integration-tests/target/endpoints.json");

    var running = fuzz.redirectErrorStream(true).start();
    var said = new String(running.getInputStream().readAllBytes(), UTF_8);

    assertThat(running.waitFor()).as(said).isZero();
    assertThat(said).contains("No issues found");
    assertThat(exports() - before).as("exports that were made on the way").isEqualTo(10);
  }

  private int exports() {
    return Integer.parseInt(platform.sql("select count(*) from scene_exports").getFirst());
  }
}
