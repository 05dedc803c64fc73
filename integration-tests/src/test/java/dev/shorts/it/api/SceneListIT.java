package dev.shorts.it.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shorts.it.driver.Cloud;
import dev.shorts.it.driver.Platform;
import dev.shorts.it.driver.ShortClient;
import dev.shorts.it.http.ConcurrentRequests;
import dev.shorts.it.media.FilmClock;
import dev.shorts.it.media.FrameNumbers;
import dev.shorts.it.media.FrameTimes;
import dev.shorts.it.media.Framing;
import dev.shorts.it.media.SceneDetector;
import dev.shorts.it.media.SceneDetector.ListedScene;
import dev.shorts.it.media.SceneFilm;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exports every scene of the lists that scene detectors write. {@code -Dtimeline=whole} does it for
 * films at all rates.
 */
class SceneListIT {

  private static final boolean WHOLE = System.getProperty("timeline", "").equals("whole");

  /** Times are written in thousandths of a second, rounded. */
  private static final double ROUNDING = 0.0005 + 1e-9;

  private static final String LETTERBOX = "{\"aspect_ratio_strategy\": \"letterbox\"}";

  private final Platform platform = Cloud.shared().platform();

  @TempDir private Path folder;

  static Stream<FilmClock> clocks() {
    return WHOLE
        ? Stream.of(FilmClock.values())
        : Stream.of(FilmClock.FPS_29_97, FilmClock.VARIABLE);
  }

  @ParameterizedTest
  @MethodSource("clocks")
  void everySceneOfAPySceneDetectListBecomesAShortOfExactlyItsFrames(FilmClock clock) {
    var film = film(clock);

    var list = SceneDetector.byPySceneDetect(film.file(), folder);

    shortsHoldTheScenes(film, list);
  }

  @Test
  void everySceneBetweenScdetTimesBecomesAShortOfExactlyItsFrames() {
    var film = film(FilmClock.FPS_59_94);

    var list = SceneDetector.byScdet(film.file(), film.end());

    shortsHoldTheScenes(film, list);
  }

  /** Makes a film that has all of its frames, each at its time. */
  private SceneFilm film(FilmClock clock) {
    var film = SceneFilm.make(clock, folder);
    var frames = IntStream.range(0, film.frameCount()).boxed().toList();
    assertThat(FrameNumbers.of(film.file(), Framing.QUARTER).all()).isEqualTo(frames);
    assertThat(FrameTimes.of(film.file()).all())
        .isEqualTo(frames.stream().map(clock::timeOf).toList());
    return film;
  }

  private void shortsHoldTheScenes(SceneFilm film, List<ListedScene> list) {
    findsTheCuts(film, list);
    var expected =
        IntStream.range(0, film.sceneCount())
            .mapToObj(film::framesOf)
            .map(FrameNumbers::ranges)
            .toList();

    var shorts = export(film, list);

    assertThat(shorts).isEqualTo(expected);
  }

  private void findsTheCuts(SceneFilm film, List<ListedScene> list) {
    assertThat(list).hasSize(film.sceneCount());
    for (int scene = 0; scene < list.size(); scene++) {
      var start = Double.parseDouble(list.get(scene).start());
      var cut = film.clock().timeOf(film.cuts().get(scene)).toNanos() / 1e9;
      assertThat(start).as("start of scene %d", scene).isEqualTo(cut, within(ROUNDING));
    }
  }

  /** Returns which frames the short of each scene has, which one user exports all at once. */
  private List<String> export(SceneFilm film, List<ListedScene> list) {
    var user = platform.newUser();
    var shorts = new ShortClient(platform, user);
    var video = platform.video(user, film.file());
    return ConcurrentRequests.ask(
        list.stream()
            .map(scene -> platform.scene(video, scene.start(), scene.end()))
            .map(scene -> (Callable<String>) () -> framesOf(shorts, scene))
            .toList());
  }

  private String framesOf(ShortClient shorts, UUID scene) {
    var done = shorts.finished(scene, LETTERBOX);
    assertThat(done.field("status")).as(done.shown()).isEqualTo("completed");
    return FrameNumbers.of(shorts.download(done, folder), Framing.LETTERBOX).ranges();
  }
}
