package dev.shorts.bench.encode;

import dev.shorts.bench.endtoend.BenchScene;
import dev.shorts.bench.endtoend.SourceVideo;
import dev.shorts.emulator.host.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Footage is a few seconds of a video.
 *
 * @param rate pictures a second
 */
record Footage(BenchScene scene, String codec, int width, int height, double rate) {

  /** Seconds of each. */
  static final int LONGEST = 3;

  private static final int SHORTEST = 2;
  private static final Set<Integer> NOISY_LINES = Set.of(720, 1080);

  String name() {
    return scene.video().name();
  }

  /** The video, in a few words. */
  String description() {
    return "%s %dx%d, %.0f a second".formatted(codec, width, height, rate);
  }

  /** Pixels of all pictures in the scene. */
  double pixels() {
    return rate * scene.seconds() * width * height;
  }

  /**
   * The middle of every video in {@code folder} that is long enough, and of one of them with noise,
   * as phones have it in the dark.
   *
   * @param made where that one is kept
   */
  static List<Footage> in(Path folder, EncodeTools tools, Path made)
      throws IOException, InterruptedException {
    var all = new ArrayList<Footage>();
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        add(file, file.getFileName().toString(), tools, all);
      }
    }
    for (var plain : List.copyOf(all)) {
      if (plain.codec.equals("h264") && NOISY_LINES.contains(plain.height)) {
        var file = noisy(plain.scene.video().file(), tools, made);
        add(file, plain.name() + " with noise", tools, all);
        break;
      }
    }
    return all;
  }

  private static Path noisy(Path file, EncodeTools tools, Path made)
      throws IOException, InterruptedException {
    var noisy = Files.createDirectories(made).resolve("noisy-" + file.getFileName());
    if (!Files.exists(noisy)) {
      tools.stock(
          made,
          "-y -i %s -an -vf noise=alls=3:allf=t -c:v libx264 -preset veryfast -crf 6 %s"
              .formatted(file, noisy));
    }
    return noisy;
  }

  /** Unless it isn't a video of some seconds. */
  private static void add(Path file, String name, EncodeTools tools, List<Footage> all)
      throws IOException, InterruptedException {
    var entries = "stream=codec_name,width,height,avg_frame_rate:format=duration";
    var report =
        JsonCodec.map(
            tools.probe(
                "-select_streams v:0 -of json -show_entries %s %s".formatted(entries, file)));
    if (report.get("streams") instanceof List<?> streams
        && !streams.isEmpty()
        && streams.getFirst() instanceof Map<?, ?> picture
        && report.get("format") instanceof Map<?, ?> format
        && format.get("duration") instanceof String duration
        && (int) Double.parseDouble(duration) >= SHORTEST) {
      int seconds = (int) Double.parseDouble(duration);
      var video = new SourceVideo(name, file.toAbsolutePath(), seconds);
      var rate = picture.get("avg_frame_rate").toString().split("/");
      all.add(
          new Footage(
              video.middle(Math.min(LONGEST, seconds)),
              picture.get("codec_name").toString(),
              (int) picture.get("width"),
              (int) picture.get("height"),
              Double.parseDouble(rate[0]) / Double.parseDouble(rate[1])));
    }
  }
}
