package dev.shorts.bench.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** Reads the text of a file in the {@code /proc} of a process. */
record ProcFile(String text) {

  /** The same on every Linux that Java runs on. */
  private static final long TICKS_PER_SECOND = 100;

  /** Of the fields behind the name, which may hold anything. */
  private static final int UTIME = 11;

  private static final int STIME = 12;

  static ProcFile stat(Process process) throws IOException {
    return of(process, "stat");
  }

  static ProcFile status(Process process) throws IOException {
    return of(process, "status");
  }

  private static ProcFile of(Process process, String name) throws IOException {
    return new ProcFile(Files.readString(Path.of("/proc", Long.toString(process.pid()), name)));
  }

  /** Of all its threads, in user's and kernel's mode; from {@code stat}. */
  Duration cpu() {
    var fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
    long ticks = Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME]);
    return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
  }

  /** The most memory that it ever had, in MB; from {@code status}. */
  double peakMemory() {
    var match = Pattern.compile("VmHWM:\\s+(\\d+) kB").matcher(text);
    if (!match.find()) {
      throw new IllegalArgumentException("no VmHWM in " + text);
    }
    return Long.parseLong(match.group(1)) / 1024.0;
  }
}
