package dev.shorts.transcode.ffmpeg;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Holds the exit code and the first and last lines of a program's error output, for the log only.
 */
public record ErrorTail(int exitCode, List<String> lines) {

  /** The address of the source is a secret while FFmpeg may read it. */
  private static final Pattern SOURCE = Pattern.compile("http://127\\.0\\.0\\.1:[^ ':]*");

  public ErrorTail {
    lines = lines.stream().map(line -> SOURCE.matcher(line).replaceAll("source")).toList();
  }

  public boolean contains(String text) {
    return lines.stream().anyMatch(line -> line.contains(text));
  }

  /** Returns the exit code and all lines as one line. */
  @Override
  public String toString() {
    return "exit %d: %s".formatted(exitCode, String.join(" | ", lines));
  }
}
