package dev.shorts.transcode.ffmpeg;

import java.util.List;

/** What a program that failed said first and last, in its own words: for the log only. */
public record LastWords(int exitCode, List<String> lines) {

  public LastWords {
    lines = List.copyOf(lines);
  }

  boolean contain(String words) {
    return lines.stream().anyMatch(line -> line.contains(words));
  }

  /** In one line. */
  @Override
  public String toString() {
    return "exit %d: %s".formatted(exitCode, String.join(" | ", lines));
  }
}
