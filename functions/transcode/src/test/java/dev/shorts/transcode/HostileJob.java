package dev.shorts.transcode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import dev.shorts.log.Log;
import dev.shorts.transcode.ffmpeg.Binaries;
import dev.shorts.transcode.problem.SourceProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One export of a file that may be anything, the way every export goes.
 *
 * @param ending COMPLETED, the problem that its owner is told, or how else the job ended
 */
record HostileJob(String ending, List<String> asked, List<String> log, Duration took) {

  /** Half a second is enough to fail in. */
  private static final Map<String, Object> CLAIMED = claimed("1", "1.5");

  private static final Map<String, String> PROBLEMS =
      Arrays.stream(SourceProblem.values())
          .collect(toMap(p -> "fail error_message=" + p.sentence(), SourceProblem::name));

  /**
   * @param root with the file as {@code sources/cat.mov}
   */
  static HostileJob run(Path root, Duration limit) {
    return run(root, limit, 3008, CLAIMED);
  }

  /**
   * @param memory of the function, in MB
   */
  static HostileJob run(Path root, Duration limit, int memory, Map<String, Object> claimed) {
    var database = ScriptedDatabase.agreeing(() -> claimed);
    var clock = InstantSource.system();
    var transcode =
        Jobs.worker(
            database, new FolderStore(root), root, Binaries.on(Layer.path(), memory), 2, clock);
    var lines = new ByteArrayOutputStream();
    var start = clock.instant();
    var outcome =
        transcode.transcode(
            Jobs.EXPORT, start.plus(limit), Log.to(new PrintStream(lines, true, UTF_8), clock));
    return new HostileJob(
        outcome == MessageOutcome.FAILED
            ? PROBLEMS.getOrDefault(database.asked().getLast(), "NO SENTENCE")
            : outcome.name(),
        database.asked(),
        lines.toString(UTF_8).lines().toList(),
        Duration.between(start, clock.instant()));
  }

  static Map<String, Object> claimed(String from, String to) {
    var claimed = new HashMap<>(Jobs.CLAIMED);
    claimed.putAll(Map.of("start_s", from, "end_s", to));
    return claimed;
  }

  /** Everything that lies under {@code root}, but for the source and the short. */
  static List<Path> leftIn(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(root::relativize)
          .filter(file -> !file.startsWith("sources") && !file.startsWith("exports"))
          .toList();
    }
  }
}
