package dev.shorts.transcode.ffmpeg;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Keeps the first lines of a program's error output, which name the cause, and the last ones;
 * bounded in number and length of lines.
 */
final class ErrorTailReader {

  private static final int LINES_KEPT = 10;
  private static final int CHARACTERS_KEPT = 500;

  private final List<String> first = new ArrayList<>();
  private final Deque<String> last = new ArrayDeque<>();

  /** Reads to the end of the stream; never asks to kill the program. */
  synchronized boolean read(InputStream stream) throws IOException {
    var reader = new BufferedReader(new InputStreamReader(stream, UTF_8));
    var line = new StringBuilder();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      if (c == '\n' || c == '\r') {
        keep(line);
      } else if (line.length() < CHARACTERS_KEPT) {
        line.append(Character.isISOControl(c) ? '?' : (char) c);
      }
    }
    keep(line);
    return false;
  }

  private void keep(StringBuilder line) {
    if (line.isEmpty()) {
      return;
    }
    if (first.size() < LINES_KEPT) {
      first.add(line.toString());
    } else {
      last.addLast(line.toString());
    }
    if (last.size() > LINES_KEPT) {
      last.removeFirst();
    }
    line.setLength(0);
  }

  synchronized List<String> kept() {
    var lines = new ArrayList<>(first);
    lines.addAll(last);
    return List.copyOf(lines);
  }
}
