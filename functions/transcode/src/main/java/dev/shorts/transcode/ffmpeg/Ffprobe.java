package dev.shorts.transcode.ffmpeg;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shorts.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Runs ffprobe. */
public record Ffprobe(ChildProgram program) {

  private static final Path ROOT = Path.of("/");

  /** Upper bound of a probe report (16 MiB); larger ones are truncated and rejected. */
  private static final int MAX_REPORT = 16 << 20;

  /**
   * Result of a listing.
   *
   * @param complete whether ffprobe reached the end before the reader had enough
   * @param errors error output
   */
  public record Listing(boolean complete, ErrorTail errors) {}

  /**
   * Returns ffprobe's JSON report on a source.
   *
   * @param options for ffprobe, such as {@code -show_entries}
   */
  public ProbeResult<ProbeJson> report(URI source, List<String> options, Duration limit)
      throws InterruptedException {
    return report(InputArguments.arguments(source, options), limit);
  }

  /** Returns ffprobe's JSON report on a local file that this function has written. */
  public ProbeResult<ProbeJson> report(Path file, List<String> options, Duration limit)
      throws InterruptedException {
    var arguments = new ArrayList<>(options);
    arguments.addAll(List.of("-i", file.toString()));
    return report(arguments, limit);
  }

  /**
   * Passes ffprobe's compact output about a source to {@code reader}, line by line.
   *
   * @param reader returns true once it has read enough
   */
  public ProbeResult<Listing> lines(
      URI source, List<String> options, Duration limit, Predicate<String> reader)
      throws InterruptedException {
    var command =
        new ArrayList<>(List.of("-hide_banner", "-loglevel", "warning", "-of", "compact"));
    command.addAll(InputArguments.arguments(source, options));
    return switch (program.run(command, ROOT, limit, stdout -> pass(stdout, reader))) {
      case ChildProgram.Exit.Done(var warnings) ->
          new ProbeResult.Found<>(new Listing(true, new ErrorTail(0, warnings)));
      case ChildProgram.Exit.Stopped() ->
          new ProbeResult.Found<>(new Listing(false, new ErrorTail(0, List.of())));
      case ChildProgram.Exit.Failed(var errors) -> new ProbeResult.Unreadable<>(errors);
      case ChildProgram.Exit.TimedOut(var after) -> new ProbeResult.TimedOut<>(after);
    };
  }

  private static boolean pass(InputStream stdout, Predicate<String> reader) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(stdout, UTF_8));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (reader.test(line)) {
        return true;
      }
    }
    return false;
  }

  private ProbeResult<ProbeJson> report(List<String> arguments, Duration limit)
      throws InterruptedException {
    var json = new AtomicReference<>(new byte[0]);
    var command =
        new ArrayList<>(List.of("-hide_banner", "-loglevel", "error", "-of", "json=compact=1"));
    command.addAll(arguments);
    var exit = program.run(command, ROOT, limit, stdout -> keep(stdout, json));
    return switch (exit) {
      case ChildProgram.Exit.Done _ -> parse(json.get());
      case ChildProgram.Exit.Stopped() ->
          new ProbeResult.Unreadable<>(
              new ErrorTail(0, List.of("more than " + MAX_REPORT + " bytes")));
      case ChildProgram.Exit.Failed(var errors) -> new ProbeResult.Unreadable<>(errors);
      case ChildProgram.Exit.TimedOut(var after) -> new ProbeResult.TimedOut<>(after);
    };
  }

  /**
   * Reads the report up to {@link #MAX_REPORT}; a crafted file can make ffprobe print any amount.
   */
  private static boolean keep(InputStream stdout, AtomicReference<byte[]> json) throws IOException {
    json.set(stdout.readNBytes(MAX_REPORT));
    return json.get().length == MAX_REPORT;
  }

  /**
   * Parses the report; a crafted file can make ffprobe print a key twice, which is no valid JSON.
   */
  private static ProbeResult<ProbeJson> parse(byte[] json) {
    try {
      return new ProbeResult.Found<>(new ProbeJson(Json.object(json)));
    } catch (UncheckedIOException e) {
      return new ProbeResult.Unreadable<>(new ErrorTail(0, List.of(e.getMessage())));
    }
  }
}
