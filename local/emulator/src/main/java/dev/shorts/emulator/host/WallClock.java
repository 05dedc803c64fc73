package dev.shorts.emulator.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Sets the wall clock of a process ahead of the machine's, by the library {@code clock.c}. */
public final class WallClock {

  private WallClock() {}

  /**
   * The environment variables that set a process's wall clock ahead.
   *
   * @param ahead in whole seconds; negative for a clock that is behind
   * @param directory that the library is built in
   */
  public static Map<String, String> ahead(Duration ahead, Path directory)
      throws IOException, InterruptedException {
    Path library = directory.resolve("clock.so");
    Path source = directory.resolve("clock.c");
    try (var bytes = WallClock.class.getResourceAsStream("clock.c")) {
      Files.copy(bytes, source);
    }
    var compiler =
        new ProcessBuilder("cc", "-shared", "-fPIC", "-O2", "-o", library.toString(), "" + source)
            .redirectErrorStream(true)
            .start();
    var output = new String(compiler.getInputStream().readAllBytes(), UTF_8);
    if (compiler.waitFor() != 0) {
      throw new IOException("The library for another clock can't be built: " + output);
    }
    return Map.of(
        "CLOCK_AHEAD_S", Long.toString(ahead.toSeconds()), "LD_PRELOAD", library.toString());
  }
}
