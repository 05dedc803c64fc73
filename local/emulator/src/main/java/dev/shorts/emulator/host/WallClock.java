package dev.shorts.emulator.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A process's wall clock that isn't the machine's: see {@code clock.c}. */
public final class WallClock {

  private WallClock() {}

  /**
   * The variables that a process is started with so that its wall clock is ahead.
   *
   * @param ahead in whole seconds; behind, if negative
   * @param directory where the library is built
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
    var said = new String(compiler.getInputStream().readAllBytes(), UTF_8);
    if (compiler.waitFor() != 0) {
      throw new IOException("The library for another clock can't be built: " + said);
    }
    return Map.of(
        "CLOCK_AHEAD_S", Long.toString(ahead.toSeconds()), "LD_PRELOAD", library.toString());
  }
}
