package dev.shorts.bench.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads from {@code jcmd} how many bytes each thread of a JVM has allocated. */
record ThreadDump(String text) {

  private static final Pattern ALLOCATED = Pattern.compile("allocated=(\\d+)([BKMG])");
  private static final Map<String, Long> UNITS =
      Map.of("B", 1L, "K", 1L << 10, "M", 1L << 20, "G", 1L << 30);

  static ThreadDump of(Process jvm) throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var process =
        new ProcessBuilder(jcmd, Long.toString(jvm.pid()), "Thread.print", "-e")
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("jcmd says " + said);
    }
    return new ThreadDump(said);
  }

  /** In bytes, by all threads that live. */
  long allocated() {
    return ALLOCATED
        .matcher(text)
        .results()
        .mapToLong(match -> Long.parseLong(match.group(1)) * UNITS.get(match.group(2)))
        .sum();
  }
}
