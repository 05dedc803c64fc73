package dev.shorts.it.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the scenes of a film with the tools that users have for it. */
public final class SceneDetector {

  private static final Path PYSCENEDETECT =
      Path.of("..", "target", "tools", "bin", "scenedetect").toAbsolutePath().normalize();

  /** PySceneDetect's own is 0.6 s; the shortest scene of a {@link SceneFilm} has 0.5 s. */
  private static final String SHORTEST_SCENE = "0.4s";

  private static final String START = "Start Time (seconds)";
  private static final String END = "End Time (seconds)";
  private static final String SCDET_TIME = "lavfi.scd.time=";

  /** Holds a scene of a detector's list, its times in seconds as they are written there. */
  public record ListedScene(String start, String end) {}

  private SceneDetector() {}

  /** Returns the list that PySceneDetect's command writes, with times in thousandths. */
  public static List<ListedScene> byPySceneDetect(Path film, Path folder) {
    if (!Files.isExecutable(PYSCENEDETECT)) {
      throw new IllegalStateException(
          "no PySceneDetect to find scenes with: run build/tools first");
    }
    var list = folder.resolve("scenes.csv");
    run(
        folder,
        List.of(
            PYSCENEDETECT.toString(),
            "--quiet",
            "--input",
            film.toString(),
            "--min-scene-len",
            SHORTEST_SCENE,
            "detect-content",
            "list-scenes",
            "--skip-cuts",
            "--filename",
            list.toString()));
    try {
      return read(Files.readAllLines(list));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the scenes between the cuts that FFmpeg's filter scdet finds. */
  public static List<ListedScene> byScdet(Path film, String end) {
    var filter = "scdet,metadata=print:key=lavfi.scd.time:file=-";
    var output = Decoder.read(film, "-vf", filter, "-an", "-fps_mode", "passthrough", "-f", "null");
    var cuts =
        new String(output, UTF_8)
            .lines()
            .filter(line -> line.startsWith(SCDET_TIME))
            .map(line -> line.substring(SCDET_TIME.length()));
    var times = Stream.of(Stream.of("0"), cuts, Stream.of(end)).flatMap(time -> time).toList();
    return IntStream.range(1, times.size())
        .mapToObj(scene -> new ListedScene(times.get(scene - 1), times.get(scene)))
        .toList();
  }

  private static List<ListedScene> read(List<String> csv) {
    var columns = List.of(csv.getFirst().split(","));
    return csv.stream()
        .skip(1)
        .map(line -> line.split(","))
        .map(
            values -> new ListedScene(values[columns.indexOf(START)], values[columns.indexOf(END)]))
        .toList();
  }

  /** Runs a command without the settings that a user may have for it. */
  private static void run(Path folder, List<String> command) {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    try {
      var process = builder.start();
      var output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException("failed: " + String.join(" ", command) + "\n" + output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
