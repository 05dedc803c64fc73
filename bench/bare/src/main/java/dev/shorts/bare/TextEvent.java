package dev.shorts.bare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Reads and writes events that are one JSON text. */
final class TextEvent {

  private TextEvent() {}

  /** The words of an event such as {@code "one two"}. */
  static String[] of(InputStream event) throws IOException {
    var text = new String(event.readAllBytes(), UTF_8);
    return text.substring(1, text.length() - 1).split(" ");
  }

  static void write(String answer, OutputStream output) throws IOException {
    output.write(answer.getBytes(UTF_8));
  }
}
