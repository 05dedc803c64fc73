package dev.shorts.transcode.ffmpeg;

import dev.shorts.json.Json;
import dev.shorts.transcode.plan.Fields;
import dev.shorts.transcode.plan.Probe;
import dev.shorts.transcode.plan.ProbeReader;
import dev.shorts.transcode.plan.Scene;
import dev.shorts.transcode.plan.Timing;
import dev.shorts.transcode.plan.TimingReader;
import dev.shorts.transcode.proof.FinishedReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Looks into video files. */
public record Ffprobe(Program program) {

  /** They tell whether they are encrypted. */
  private static final String FIRST_PACKETS = "%+#20";

  private static final Path NOWHERE = Path.of("/");

  /** More bytes than any honest file has to say about itself. */
  private static final int MAX_REPORT = 16 << 20;

  /**
   * Pictures lie in the file in the order of decoding, this far from that of showing at most; and
   * the one that is shown when a scene starts has appeared before.
   */
  private static final BigDecimal AROUND = BigDecimal.ONE;

  /** Which streams a source has. */
  public Report<Probe> probe(URI source, Duration limit) throws InterruptedException {
    var options = List.of("-show_entries", ProbeReader.ENTRIES, "-read_intervals", FIRST_PACKETS);
    return ask(limit, Reading.arguments(source, options))
        .map(answer -> ProbeReader.read(answer.report()));
  }

  /** When the pictures of a scene are shown; reads the scene's packets once. */
  public Report<Timing> timing(URI source, Probe probe, int stream, Scene scene, Duration limit)
      throws InterruptedException {
    var from = probe.clockStart().add(scene.start().subtract(AROUND).max(BigDecimal.ZERO));
    var to = probe.clockStart().add(scene.end()).add(AROUND);
    var options =
        List.of(
            "-select_streams",
            Integer.toString(stream),
            "-read_intervals",
            from.toPlainString() + "%" + to.toPlainString(),
            "-show_entries",
            TimingReader.ENTRIES);
    return ask(limit, Reading.arguments(source, options))
        .map(answer -> TimingReader.read(answer.report(), probe, answer.complained()));
  }

  /** What a finished short says about itself. */
  public Report<Fields> examine(Path file, Duration limit) throws InterruptedException {
    var arguments = new ArrayList<>(FinishedReader.OPTIONS);
    arguments.addAll(List.of("-i", file.toString()));
    return ask(limit, arguments).map(Answer::report);
  }

  /**
   * What ffprobe found.
   *
   * @param complained whether it said something else besides
   */
  private record Answer(Fields report, boolean complained) {}

  private Report<Answer> ask(Duration limit, List<String> arguments) throws InterruptedException {
    var json = new AtomicReference<>(new byte[0]);
    var command =
        new ArrayList<>(List.of("-hide_banner", "-loglevel", "error", "-of", "json=compact=1"));
    command.addAll(arguments);
    var ending =
        program.run(command, NOWHERE, limit, stdout -> json.set(stdout.readNBytes(MAX_REPORT)));
    return switch (ending) {
      case Program.Ending.Done(var words) -> answer(json.get(), !words.isEmpty());
      case Program.Ending.Failed(var words) -> new Report.Unreadable<>(words);
      case Program.Ending.TimedOut(var after) -> new Report.TimedOut<>(after);
    };
  }

  /** A file may make ffprobe say more than is read of it, or the same thing twice. */
  private static Report<Answer> answer(byte[] json, boolean complained) {
    try {
      return new Report.Found<>(new Answer(new Fields(Json.object(json)), complained));
    } catch (UncheckedIOException e) {
      return new Report.Unreadable<>(new LastWords(0, List.of(e.getMessage())));
    }
  }
}
