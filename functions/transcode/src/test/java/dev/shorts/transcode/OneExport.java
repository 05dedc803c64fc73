package dev.shorts.transcode;

import dev.shorts.log.Log;
import dev.shorts.transcode.ffmpeg.Binaries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * The whole way of one export through the real FFmpeg, with folders for buckets.
 *
 * @param root an empty folder
 */
public record OneExport(Path root) {

  /**
   * @param completed whether there is a short, and it was proved
   * @param file of the short, if there is one
   * @param said what the database was told last: of the short, or what its user is told instead
   * @param log for whoever reads why
   */
  public record Ended(boolean completed, Path file, String said, String log) {}

  /**
   * @param source any file
   * @param strategy as the contract names it
   */
  public Ended run(Path source, String strategy, String from, String to, int cores)
      throws IOException {
    var sources = Files.createDirectories(root.resolve("sources"));
    Files.copy(source, sources.resolve("cat.mov"));
    var claimed = new HashMap<>(Jobs.CLAIMED);
    claimed.putAll(Map.of("start_s", from, "end_s", to, "aspect_ratio_strategy", strategy));
    var database = ScriptedDatabase.agreeing(() -> claimed);
    var clock = InstantSource.system();
    var transcode =
        Jobs.worker(database, new FolderStore(root), root, Binaries.on(Layer.path()), cores, clock);
    var lines = new ByteArrayOutputStream();
    var log = Log.to(new PrintStream(lines, true, StandardCharsets.UTF_8), clock);
    var outcome = transcode.transcode(Jobs.EXPORT, clock.instant().plusSeconds(300), log);
    return new Ended(
        outcome == MessageOutcome.COMPLETED,
        root.resolve("exports").resolve(Jobs.KEY),
        database.asked().getLast(),
        lines.toString(StandardCharsets.UTF_8));
  }
}
