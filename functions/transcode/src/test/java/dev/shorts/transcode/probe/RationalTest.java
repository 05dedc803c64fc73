package dev.shorts.transcode.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RationalTest {

  private static final Rational NTSC = new Rational(30_000, 1001);

  @Test
  void fractionsAreReduced() {
    assertThat(new Rational(90_000, 3003)).isEqualTo(NTSC).hasToString("30000/1001");
  }

  @Test
  void fractionsAndRatiosAreParsed() {
    assertThat(Rational.parse("60000/1001")).contains(new Rational(60_000, 1001));
    assertThat(Rational.parse("64:45")).contains(new Rational(64, 45));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/0", "0:1", "1/0", "N/A", "unknown", "", "-1/2", "1"})
  void textThatIsNoFractionIsEmpty(String text) {
    assertThat(Rational.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "180, 30/1, 5400",
    "180, 30000/1001, 5394",
    "1.001, 30000/1001, 30",
    "1.000999, 30000/1001, 29",
    "0.01, 24/1, 0",
    "-0.01, 30/1, -1",
    "-1, 30/1, -30"
  })
  void wholeTicksAreCounted(BigDecimal seconds, String rate, long ticks) {
    assertThat(Rational.parse(rate).orElseThrow().ticksIn(seconds)).isEqualTo(ticks);
  }

  @Test
  void rationalsAreComparedByValue() {
    assertThat(NTSC).isLessThan(Rational.of(30)).isGreaterThan(Rational.of(29));
    assertThat(NTSC.halved()).isEqualTo(new Rational(15_000, 1001));
  }

  @Test
  void zeroIsRejected() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Rational(0, 1));
  }
}
