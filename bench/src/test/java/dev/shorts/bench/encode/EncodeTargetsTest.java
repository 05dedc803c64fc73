package dev.shorts.bench.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.bench.endtoend.SourceVideo;
import dev.shorts.bench.report.MedianRange;
import dev.shorts.export.Quality;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EncodeTargetsTest {

  private static final Footage FOOTAGE =
      new Footage(
          new SourceVideo("cat.mp4", Path.of("cat.mp4"), 9).middle(3), "h264", 1920, 1080, 30);

  @Test
  void ourEncodesThatCostAQuarterAndLoseNothingAreWhatTheyShouldBe() {
    assertThat(new EncodeTargets(List.of(trial(97, 900, 400))).verdicts())
        .contains("high, USUAL: CPU: 0.20, at most 0.25: met")
        .doesNotContain("MISSED");
  }

  @Test
  void footageWithoutFaultDoesNotMakeUpForOther() {
    assertThat(new EncodeTargets(List.of(trial(100, 900, 400), trial(93, 900, 400))).verdicts())
        .contains("high, USUAL: 96 less low: -0.50, at most 0.00: met")
        .contains("no fault to find in the replaced: 3.00, at most 0.00: MISSED");
  }

  @Test
  void largeFilesAreMissed() {
    assertThat(new EncodeTargets(List.of(trial(97, 1300, 400))).verdicts())
        .contains("high, USUAL: size: 1.30, at most 1.20: MISSED");
  }

  @Test
  void mediumThatIsAsLargeAsHighIsMissedOnAnyRung() {
    assertThat(new EncodeTargets(List.of(trial(97, 900, 900))).verdicts())
        .contains("no smaller than high, by any preset: 1.00, at most 0.00: MISSED");
  }

  /** Ours takes a fifth of the time of the replaced, which has a thousand bytes. */
  private static EncodeTrial trial(double low, long high, long medium) {
    Map<EncoderSetting, EncodeResult> encoded = new HashMap<>();
    for (var setting : EncoderSetting.all()) {
      long bytes = setting.quality() == Quality.HIGH ? high : medium;
      encoded.put(
          setting,
          setting.preset().isPresent()
              ? new EncodeResult(MedianRange.of(List.of(2.0)), bytes, 98, low)
              : new EncodeResult(MedianRange.of(List.of(10.0)), 1000, 98, low));
    }
    return new EncodeTrial(FOOTAGE, false, 90, MedianRange.of(List.of(1.0)), encoded);
  }
}
