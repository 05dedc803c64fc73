package dev.shorts.transcode.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameRateTest {

  private static final BigDecimal FROM = BigDecimal.TEN;
  private static final BigDecimal TO = BigDecimal.valueOf(20);

  @ParameterizedTest
  @CsvSource({
    "30000/1001, 30000/1001, 30000/1001",
    "24000/1001, 24000/1001, 24000/1001",
    "30/1,       30/1,       30/1",
    "25/2,       25/2,       25/2",
    "2997/100,   2997/100,   2997/100",
    "60/1,       60/1,       60/1",
    "120/1,      120/1,      60/1",
    "120000/1001, 120000/1001, 60000/1001",
    "240/1,      240/1,      60/1",
    "100/1,      100/1,      50/1",
    "90/1,       90/1,       45/1",
    "50/1,       25/1,       25/1",
    "60000/1001, 30000/1001, 30000/1001",
  })
  void keepsAConstantRateAndHalvesWhatIsOver60(String nominal, String average, String rate) {
    assertThat(rate(nominal, average, false, Optional.empty())).isEqualTo(rate);
  }

  @ParameterizedTest
  @CsvSource({
    "25/1, 25/1, 25/1",
    "50/1, 25/1, 25/1",
    "50/1, 50/1, 25/1",
    "60000/1001, 60000/1001, 30000/1001"
  })
  void makesOneFrameOfTwoFields(String nominal, String average, String rate) {
    assertThat(rate(nominal, average, true, Optional.empty())).isEqualTo(rate);
  }

  @ParameterizedTest
  @CsvSource({
    "29.97, 30000/1001",
    "30.05, 30/1",
    "30.2,  151/5",
    "23.98, 24000/1001",
    "59.9,  60000/1001",
    "60.2,  60/1",
    "60.5,  121/4",
    "15,    15/1",
    "119.9, 1199/20"
  })
  void givesAVariableRateItsMeanWithinTheScene(double mean, String rate) {
    var times =
        IntStream.range(0, (int) (mean * 30))
            .mapToObj(i -> BigDecimal.valueOf(i / mean).setScale(6, RoundingMode.HALF_UP))
            .toList();

    assertThat(rate("1000/1", "25/1", false, Optional.of(new Timing(times, true)))).isEqualTo(rate);
  }

  @ParameterizedTest
  @CsvSource({"25,     25/1", "50,     50/1", "24.8,   24799/1000", "24.995, 25/1"})
  void believesAWrittenRateAsFarAsTheTimesOfThePicturesBearItOut(double real, String rate) {
    var times =
        IntStream.range(0, (int) (real * 30))
            .mapToObj(i -> BigDecimal.valueOf(i / real).setScale(3, RoundingMode.HALF_UP))
            .toList();
    var picture = Sources.uncounted("25/1");

    assertThat(FrameRate.known(picture)).isEmpty();
    assertThat(FrameRate.of(picture, Optional.of(new Timing(times, true)), FROM, TO))
        .hasToString(rate);
  }

  @ParameterizedTest
  @CsvSource({"30000/1001", "30/1", "24000/1001", "24/1", "60000/1001", "60/1"})
  void keepsAWrittenRateInAShortSceneOfWholeMilliseconds(String rate) {
    double real = Rational.parse(rate).orElseThrow().value();
    var times =
        IntStream.range(0, (int) (real / 2))
            .mapToObj(i -> BigDecimal.valueOf(10 + i / real).setScale(3, RoundingMode.HALF_UP))
            .toList();

    assertThat(
            FrameRate.of(Sources.uncounted(rate), Optional.of(new Timing(times, true)), FROM, TO))
        .hasToString(rate);
  }

  @Test
  void knowsWhatIsMeantByTheDecimalsOfAWrittenRate() {
    var times = Optional.of(new Timing(List.of(), true));

    assertThat(FrameRate.of(Sources.uncounted("2997/100"), times, FROM, TO))
        .hasToString("30000/1001");
    assertThat(FrameRate.of(Sources.uncounted("299/10"), times, FROM, TO)).hasToString("299/10");
  }

  @ParameterizedTest
  @CsvSource({"1/512, 0.5, 1/1", "1/5, 0.5, 8/5", "1/5, 10, 1/5", "30/1, 0.001, 30/1"})
  void makesTheLongPicturesOfASlideShowFitTheScene(String slides, String length, String rate) {
    var picture = Sources.rated(slides, slides, false);
    var end = FROM.add(new BigDecimal(length));

    var fitting = FrameRate.of(picture, Optional.empty(), FROM, end);

    assertThat(fitting).hasToString(rate);
  }

  @Test
  void looksCloserWhereTheContainerKnowsNoRate() {
    assertThat(FrameRate.known(Sources.rated("1000/1", "1000/1", false))).isEmpty();
    assertThat(FrameRate.known(Sources.rated("23040000/767849", "23040000/767849", false)))
        .isEmpty();
    assertThat(FrameRate.known(Sources.rated("30/1", "30000/1001", false))).isEmpty();
    assertThat(FrameRate.known(Sources.rated("30/1", "0/0", false))).isEmpty();
  }

  @Test
  void fallsBackToTheAverageOfASceneOfOnePicture() {
    var timing = Optional.of(new Timing(List.of(new BigDecimal("12")), true));

    assertThat(rate("1000/1", "25025/1000", false, timing)).isEqualTo("25/1");
  }

  private static String rate(
      String nominal, String average, boolean interlaced, Optional<Timing> timing) {
    var picture = Sources.rated(nominal, average, interlaced);
    return FrameRate.of(picture, timing, FROM, TO).toString();
  }
}
