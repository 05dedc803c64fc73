package dev.shorts.emulator.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A JVM of its own for what waits to be killed. */
public final class DoomedJvm {

  private DoomedJvm() {}

  /**
   * @param main a class of the tests; what it says comes from the process
   * @param directory its only argument
   */
  public static Process start(Class<?> main, Path directory) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Kills it and waits for the end of {@code others}, up to so many seconds. */
  public static void kill(Process jvm, List<ProcessHandle> others, int seconds) throws Exception {
    jvm.destroyForcibly().waitFor();
    CompletableFuture.allOf(
            others.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .get(seconds, TimeUnit.SECONDS);
  }
}
