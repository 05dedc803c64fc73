package dev.shorts.it.media;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws a film of nine scenes of 0.5 to 1.5 seconds whose frames carry their numbers, and knows
 * which frames each scene has.
 *
 * @param file an MP4 of H.264 with B-frames and a tone of AAC
 * @param cuts the first frame of each scene, and the number of frames
 */
public record SceneFilm(FilmClock clock, Path file, List<Integer> cuts) {

  /** Neighbours differ in hue and in brightness: FFmpeg's scdet compares only the latter. */
  private static final List<String> COLOURS =
      List.of("navy", "orange", "darkgreen", "pink", "maroon", "yellow", "indigo", "cyan", "black");

  /** The scenes' first frames at 30 a second: some are late by the variable clock, some aren't. */
  private static final List<Integer> CUTS = List.of(0, 35, 58, 87, 103, 147, 172, 204, 223, 250);

  public SceneFilm {
    cuts = List.copyOf(cuts);
  }

  /** Makes the film with the stock FFmpeg. */
  public static SceneFilm make(FilmClock clock, Path folder) {
    var cuts =
        CUTS.stream().map(cut -> (int) Math.round(cut * clock.framesPerSecond() / 30)).toList();
    var film = new SceneFilm(clock, folder.resolve("film.mp4"), cuts);
    Decoder.run(
        List.of(
            "-f",
            "lavfi",
            "-i",
            "color=black:s=480x270:r=%s,%s".formatted(clock.rate(), film.drawing()),
            "-f",
            "lavfi",
            "-i",
            "sine=r=48000:d=" + film.end(),
            "-frames:v",
            Integer.toString(film.frameCount()),
            "-fps_mode",
            "passthrough",
            "-enc_time_base",
            clock.timeBase(),
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            "-pix_fmt",
            "yuv420p",
            "-c:a",
            "aac",
            film.file.toString()));
    return film;
  }

  public int frameCount() {
    return cuts.getLast();
  }

  public int sceneCount() {
    return cuts.size() - 1;
  }

  /** Returns the frames of a scene; scenes are counted from 0. */
  public FrameNumbers framesOf(int scene) {
    return new FrameNumbers(IntStream.range(cuts.get(scene), cuts.get(scene + 1)).boxed().toList());
  }

  /** Returns when the last frame ends, in seconds. */
  public String end() {
    return "%d.%09d"
        .formatted(
            clock.timeOf(frameCount()).toSeconds(), clock.timeOf(frameCount()).toNanosPart());
  }

  private String drawing() {
    var filters = new ArrayList<String>();
    for (int scene = 0; scene < sceneCount(); scene++) {
      filters.add(
          "drawbox=0:0:iw:ih:%s:fill:enable='between(n,%d,%d)'"
              .formatted(COLOURS.get(scene), cuts.get(scene), cuts.get(scene + 1) - 1));
    }
    filters.addAll(Panel.drawNumbers());
    filters.add(clock.filter());
    return String.join(",", filters);
  }
}
