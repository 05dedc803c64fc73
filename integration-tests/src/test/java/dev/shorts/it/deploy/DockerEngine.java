package dev.shorts.it.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.driver.Cloud;
import java.io.IOException;
import org.junit.jupiter.api.Assumptions;

/**
 * A Docker engine.
 *
 * @param address at which containers find this machine
 * @param ours whether it was started for us
 */
record DockerEngine(String address, boolean ours) {

  /** Where none answers and none can be started, the test that asks is skipped, and says why. */
  static DockerEngine start() throws IOException, InterruptedException {
    boolean there = bash("docker version").waitFor() == 0;
    var start = bash("build/engine");
    var said = new String(start.getErrorStream().readAllBytes(), UTF_8).strip();
    var address = new String(start.getInputStream().readAllBytes(), UTF_8).strip();
    if (start.waitFor() != 0) {
      System.err.println("SKIPPED: " + said);
      Assumptions.abort(said);
    }
    return new DockerEngine(address, !there);
  }

  void stop() throws IOException, InterruptedException {
    if (ours) {
      assertThat(bash("build/engine --stop").waitFor()).isZero();
    }
  }

  private static Process bash(String command) throws IOException {
    return new ProcessBuilder("bash", "-c", command).directory(Cloud.ROOT.toFile()).start();
  }
}
