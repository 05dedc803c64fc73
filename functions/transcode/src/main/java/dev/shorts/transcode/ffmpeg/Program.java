package dev.shorts.transcode.ffmpeg;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A program that reads strangers' files: without an environment (ours holds credentials), without
 * input, without a shell, with a limit of time, and dead before {@link #run} is over.
 */
record Program(Path file) {

  private static final int LINES_KEPT = 20;
  private static final int CHARACTERS_KEPT = 500;

  /** How a run ended. Failing is an answer, not an exception: broken input is an everyday thing. */
  sealed interface Ending {
    record Done() implements Ending {}

    record Failed(LastWords words) implements Ending {}

    record TimedOut(Duration limit) implements Ending {}
  }

  /** Reads all of a program's output while it runs. */
  @FunctionalInterface
  interface Output {
    void read(InputStream output) throws IOException;
  }

  /**
   * Runs it to its end, or kills it after {@code limit}.
   *
   * @param directory which it works in
   * @param output called on another thread
   */
  Ending run(List<String> arguments, Path directory, Duration limit, Output output)
      throws InterruptedException {
    var process = start(arguments, directory);
    try {
      var words = new LastLines();
      var listener = Thread.ofVirtual().start(() -> drain(process.getInputStream(), output));
      var errors = Thread.ofVirtual().start(() -> drain(process.getErrorStream(), words::read));
      if (!process.waitFor(limit)) {
        return new Ending.TimedOut(limit);
      }
      listener.join();
      errors.join();
      int exitCode = process.exitValue();
      return exitCode == 0
          ? new Ending.Done()
          : new Ending.Failed(new LastWords(exitCode, words.kept()));
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start(List<String> arguments, Path directory) {
    var command = new ArrayList<>(List.of(file.toString()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectInput(new File("/dev/null"));
    builder.directory(directory.toFile()).environment().clear();
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void drain(InputStream stream, Output output) {
    try (stream) {
      output.read(stream);
    } catch (IOException _) {
      // The program was killed: whoever waits for it knows.
    }
  }

  /** The end of what a program said, however much it says and however long its lines are. */
  private static final class LastLines {

    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void read(InputStream stream) throws IOException {
      var reader = new BufferedReader(new InputStreamReader(stream, UTF_8));
      var line = new StringBuilder();
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        if (c == '\n' || c == '\r') {
          keep(line);
        } else if (line.length() < CHARACTERS_KEPT) {
          line.append((char) c);
        }
      }
      keep(line);
    }

    private void keep(StringBuilder line) {
      if (!line.isEmpty()) {
        lines.addLast(line.toString());
        line.setLength(0);
      }
      if (lines.size() > LINES_KEPT) {
        lines.removeFirst();
      }
    }

    synchronized List<String> kept() {
      return List.copyOf(lines);
    }
  }
}
