package dev.shorts.it.media;

import static dev.shorts.it.media.Framing.CENTER_CROP;
import static dev.shorts.it.media.Framing.LETTERBOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The measures see what is there, on shorts made by hand with the FFmpeg that they measure with.
 */
class MeasuringIT {

  private static final String SAMPLE = Path.of("..", "samples", "sample.mp4").toString();
  private static final String CROP = "crop=ih*9/16:ih,scale=1080:1920";
  private static final String BARS = "scale=1080:608,pad=1080:1920:-1:-1";
  private static final Duration ONE_FRAME = Duration.ofNanos(33_333_333);

  @TempDir private Path folder;

  @Test
  void readsTheFramesOfACrop() {
    var video = encode("-vf", CROP, "-crf", "20");

    assertThat(FrameNumbers.of(video, CENTER_CROP).all()).isEqualTo(frames(309, 369));
  }

  @Test
  void readsTheFramesOfALetterbox() {
    var video = encode("-vf", BARS, "-crf", "20");

    assertThat(FrameNumbers.of(video, LETTERBOX).all()).isEqualTo(frames(309, 369));
  }

  @Test
  void readsAPoorPictureToo() {
    var video = encode("-vf", BARS, "-crf", "40");

    assertThat(FrameNumbers.of(video, LETTERBOX).all()).isEqualTo(frames(309, 369));
  }

  @Test
  void readsNothingFromTwoFramesInOne() {
    var video = encode("-vf", "tmix=frames=2," + CROP, "-crf", "20");

    assertThatThrownBy(() -> FrameNumbers.of(video, CENTER_CROP))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("% white");
  }

  @Test
  void readsNothingInTheWrongFraming() {
    var video = encode("-vf", CROP, "-crf", "20");

    assertThatThrownBy(() -> FrameNumbers.of(video, LETTERBOX))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void findsSoundAndPictureTogether() {
    var sync = Sync.of(encode("-vf", CROP), CENTER_CROP);

    assertThat(sync.beats()).extracting(Sync.Beat::second).containsExactly(11, 12);
    assertThat(sync.worst()).isLessThan(ONE_FRAME);
  }

  @Test
  void countsAFlashThatIsShownTwiceOnce() {
    var sync = Sync.of(encode("-vf", CROP + ",fps=60"), CENTER_CROP);

    assertThat(sync.beats()).extracting(Sync.Beat::second).containsExactly(11, 12);
    assertThat(sync.worst()).isLessThan(ONE_FRAME);
  }

  @Test
  void findsSoundThatIsLate() {
    var late = Sync.of(encode("-vf", CROP, "-af", "adelay=40:all=1"), CENTER_CROP).beats();
    var right = Sync.of(encode("-vf", CROP), CENTER_CROP).beats();

    var lag = late.getFirst().offset().minus(right.getFirst().offset());
    assertThat(lag).isBetween(Duration.ofMillis(39), Duration.ofMillis(41));
  }

  /** Two seconds from 10.3 s on. */
  private Path encode(String... how) {
    Path video = folder.resolve("short.mp4");
    Decoder.run(
        Stream.of(
                List.of("-ss", "10.3", "-i", SAMPLE, "-t", "2"),
                List.of("-c:v", "libx264", "-preset", "veryfast", "-c:a", "aac", "-b:a", "192k"),
                List.of(how),
                List.of(video.toString()))
            .flatMap(List::stream)
            .toList());
    return video;
  }

  private static List<Integer> frames(int first, int end) {
    return IntStream.range(first, end).boxed().toList();
  }
}
