package dev.shorts.emulator.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

  @ParameterizedTest
  @CsvSource({"rate(1 minute), PT1M", "rate(5 minutes), PT5M", "rate(1 hour), PT1H"})
  void aRateIsParsedToAPeriod(String expression, Duration every) {
    assertThat(Rate.parse(expression)).isEqualTo(new Rate(every));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rate(1 minutes)", "rate(5 minute)", "rate(0 hours)", "cron(0 * * * ? *)", "5 m"})
  void expressionsThatAreNotSupportedAreRefused(String expression) {
    assertThatThrownBy(() -> Rate.parse(expression)).hasMessageEndingWith(expression);
  }
}
