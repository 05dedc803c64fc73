package dev.shorts.it.media;

import static dev.shorts.it.media.Framing.SOURCE;
import static dev.shorts.it.media.Sound.Channel.LEFT;
import static dev.shorts.it.media.Sound.Channel.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The sample is what its README says. */
class SampleIT {

  private static final Path SAMPLE = Path.of("..", "samples", "sample.mp4");
  private static final List<Duration> FULL_SECONDS =
      LongStream.range(0, 48).mapToObj(Duration::ofSeconds).toList();

  @Test
  void isSmallEnoughForARepository() throws Exception {
    assertThat(Files.size(SAMPLE)).isLessThan(5_000_000);
  }

  @Test
  void everyFrameCarriesItsNumber() {
    assertThat(FrameNumbers.of(SAMPLE, SOURCE).all())
        .isEqualTo(IntStream.range(0, 48 * 30).boxed().toList());
  }

  @Test
  void itsFramesAreEvenlySpaced() {
    assertThat(FrameTimes.of(SAMPLE).all())
        .isEqualTo(
            LongStream.range(0, 48 * 30)
                .mapToObj(frame -> Duration.ofNanos(Math.round(frame * 1e9 / 30)))
                .toList());
  }

  @Test
  void eachFullSecondFlashesAndSounds() {
    var sync = Sync.of(SAMPLE, SOURCE);

    assertThat(sync.beats()).extracting(Sync.Beat::flash).isEqualTo(FULL_SECONDS);
    assertThat(sync.worst()).isLessThan(Duration.ofMillis(1));
  }

  @Test
  void eachChannelHasItsOwnPitch() {
    var sound = Sound.of(SAMPLE);

    assertThat(sound.length()).isEqualTo(Duration.ofSeconds(48));
    assertThat(sound.onsets(LEFT)).hasSize(48);
    assertThat(sound.onsets(RIGHT)).hasSize(48);
    assertThat(sound.onsets(LEFT))
        .allSatisfy(
            onset -> {
              assertThat(sound.pitch(LEFT, onset)).isCloseTo(880, within(5.0));
              assertThat(sound.pitch(RIGHT, onset)).isCloseTo(1760, within(5.0));
            });
  }
}
