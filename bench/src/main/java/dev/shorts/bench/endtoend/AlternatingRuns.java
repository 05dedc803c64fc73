package dev.shorts.bench.endtoend;

import dev.shorts.bench.run.AlternatingRounds;
import dev.shorts.bench.run.TemporaryFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes shorts in two ways, by turns. */
final class AlternatingRuns {

  /** The ways that are compared. */
  private enum Way {
    OURS,
    FLOOR
  }

  private AlternatingRuns() {}

  /** Both through the whole system. */
  static TimeComparison of(LocalService service, BenchScene ours, BenchScene floor, int rounds)
      throws Exception {
    var scenes = Map.of(Way.OURS, ours, Way.FLOOR, floor);
    var measured =
        AlternatingRounds.of(
            rounds,
            List.of(Way.OURS, Way.FLOOR),
            way -> told(scenes.get(way), "ours", service.make(scenes.get(way))));
    return new TimeComparison(measured.get(Way.FLOOR), measured.get(Way.OURS));
  }

  /** Ours goes first, since bare FFmpeg repeats what it did. */
  static TimeComparison withBareFfmpeg(LocalService service, BenchScene scene, int rounds)
      throws Exception {
    try (var folder = TemporaryFolder.make()) {
      var measured =
          AlternatingRounds.of(
              rounds,
              List.of(Way.OURS, Way.FLOOR),
              way ->
                  switch (way) {
                    case OURS -> told(scene, "ours", service.make(scene));
                    case FLOOR -> told(scene, "bare", bare(service.encode(), scene, folder.path()));
                  });
      return new TimeComparison(measured.get(Way.FLOOR), measured.get(Way.OURS));
    }
  }

  private static ShortRun bare(EncodeCommand encode, BenchScene scene, Path folder)
      throws Exception {
    var command = encode.of(scene.video().file(), folder);
    long start = System.nanoTime();
    command.run(folder);
    return new ShortRun((System.nanoTime() - start) / 1e9, Map.of());
  }

  private static ShortRun told(BenchScene scene, String way, ShortRun run) {
    System.out.printf(
        "%s, %d s: %s %.2f s %s%n",
        scene.video().name(), scene.seconds(), way, run.seconds(), run.parts());
    return run;
  }
}
