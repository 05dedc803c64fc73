package dev.shorts.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Describes the machine of the measurement: without it only ratios mean anything. */
public final class Machine {

  private static final Pattern MODEL = Pattern.compile("model name\\s*: (.*)");
  private static final Pattern MEMORY = Pattern.compile("MemTotal:\\s*(\\d+) kB");
  private static final int KB_PER_GIB = 1 << 20;

  private Machine() {}

  /** In one sentence. */
  public static String description() throws IOException {
    return "%d processors (%s), %d GiB, Linux %s, Java %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            find(MODEL, "/proc/cpuinfo"),
            Math.round(Double.parseDouble(find(MEMORY, "/proc/meminfo")) / KB_PER_GIB),
            System.getProperty("os.version"),
            System.getProperty("java.version"));
  }

  private static String find(Pattern what, String file) throws IOException {
    var match = what.matcher(Files.readString(Path.of(file)));
    return match.find() ? match.group(1).strip() : "0";
  }
}
