package dev.shorts.transcode.ffmpeg;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shorts.json.Json;
import dev.shorts.transcode.plan.Fields;
import dev.shorts.transcode.plan.Probe;
import dev.shorts.transcode.plan.ProbeReader;
import dev.shorts.transcode.proof.FinishedReader;
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

/** Looks into video files. */
public record Ffprobe(Program program) {

  /** They tell whether they are encrypted. */
  private static final String FIRST_PACKETS = "%+#20";

  private static final Path NOWHERE = Path.of("/");

  /** More bytes than any honest file has to say about itself. */
  private static final int MAX_REPORT = 16 << 20;

  /**
   * The end of a listing.
   *
   * @param complete whether ffprobe came to its end before the reader had enough
   * @param words what it complained about
   */
  public record Listing(boolean complete, LastWords words) {}

  /** Which streams a source has. */
  public Report<Probe> probe(URI source, Duration limit) throws InterruptedException {
    var options = List.of("-show_entries", ProbeReader.ENTRIES, "-read_intervals", FIRST_PACKETS);
    return ask(limit, Reading.arguments(source, options)).map(ProbeReader::read);
  }

  /**
   * Passes what ffprobe prints about a source to {@code reader}, line by line.
   *
   * @param reader tells whether it has read enough
   */
  public Report<Listing> lines(
      URI source, List<String> options, Duration limit, Predicate<String> reader)
      throws InterruptedException {
    var command =
        new ArrayList<>(List.of("-hide_banner", "-loglevel", "warning", "-of", "compact"));
    command.addAll(Reading.arguments(source, options));
    return switch (program.run(command, NOWHERE, limit, stdout -> pass(stdout, reader))) {
      case Program.Ending.Done(var words) ->
          new Report.Found<>(new Listing(true, new LastWords(0, words)));
      case Program.Ending.Stopped() ->
          new Report.Found<>(new Listing(false, new LastWords(0, List.of())));
      case Program.Ending.Failed(var words) -> new Report.Unreadable<>(words);
      case Program.Ending.TimedOut(var after) -> new Report.TimedOut<>(after);
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

  /** What a finished short says about itself. */
  public Report<Fields> examine(Path file, Duration limit) throws InterruptedException {
    var arguments = new ArrayList<>(FinishedReader.OPTIONS);
    arguments.addAll(List.of("-i", file.toString()));
    return ask(limit, arguments);
  }

  private Report<Fields> ask(Duration limit, List<String> arguments) throws InterruptedException {
    var json = new AtomicReference<>(new byte[0]);
    var command =
        new ArrayList<>(List.of("-hide_banner", "-loglevel", "error", "-of", "json=compact=1"));
    command.addAll(arguments);
    var ending = program.run(command, NOWHERE, limit, stdout -> keep(stdout, json));
    return switch (ending) {
      case Program.Ending.Done _ -> answer(json.get());
      case Program.Ending.Stopped() ->
          new Report.Unreadable<>(new LastWords(0, List.of("more than " + MAX_REPORT + " bytes")));
      case Program.Ending.Failed(var words) -> new Report.Unreadable<>(words);
      case Program.Ending.TimedOut(var after) -> new Report.TimedOut<>(after);
    };
  }

  /** A file may make ffprobe say more than is read of it. */
  private static boolean keep(InputStream stdout, AtomicReference<byte[]> json) throws IOException {
    json.set(stdout.readNBytes(MAX_REPORT));
    return json.get().length == MAX_REPORT;
  }

  /** A file may make ffprobe say the same thing twice. */
  private static Report<Fields> answer(byte[] json) {
    try {
      return new Report.Found<>(new Fields(Json.object(json)));
    } catch (UncheckedIOException e) {
      return new Report.Unreadable<>(new LastWords(0, List.of(e.getMessage())));
    }
  }
}
