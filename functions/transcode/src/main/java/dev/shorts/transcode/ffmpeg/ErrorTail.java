package dev.shorts.transcode.ffmpeg;

import java.util.List;
import java.util.regex.Pattern;

/** What a program that failed said first and last, in its own words: for the log only. */
public record ErrorTail(int exitCode, List<String> lines) {

  /** Where a source is, is a secret while FFmpeg may read it. */
  private static final Pattern SOURCE = Pattern.compile("http://127\\.0\\.0\\.1:[^ ':]*");

  public ErrorTail {
    lines = lines.stream().map(line -> SOURCE.matcher(line).replaceAll("source")).toList();
  }

  public boolean contain(String words) {
    return lines.stream().anyMatch(line -> line.contains(words));
  }

  /** In one line. */
  @Override
  public String toString() {
    return "exit %d: %s".formatted(exitCode, String.join(" | ", lines));
  }
}
