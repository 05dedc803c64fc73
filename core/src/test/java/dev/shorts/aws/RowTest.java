package dev.shorts.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowTest {

  @ParameterizedTest
  @CsvSource({
    "2025-12-10 12:00:00,        2025-12-10T12:00:00Z",
    "2025-12-10 12:00:00.5,      2025-12-10T12:00:00.500Z",
    "2025-12-10 12:00:00.123,    2025-12-10T12:00:00.123Z",
    "2025-12-10 12:00:00.123456, 2025-12-10T12:00:00.123456Z",
    "2024-02-29 23:59:59.999,    2024-02-29T23:59:59.999Z",
  })
  void readsTimestampsAsUtc(String written, String meant) {
    assertThat(CannedRow.of("at", written).row().instant("at")).isEqualTo(Instant.parse(meant));
  }

  @Test
  void readsEachKindOfField() {
    var row = CannedRow.of("text", "a", "number", 7, "real", 0.5, "flag", true).row();

    assertThat(row.text("text")).isEqualTo("a");
    assertThat(row.number("number")).isEqualTo(7);
    assertThat(row.optionalReal("real")).contains(0.5);
    assertThat(row.flag("flag")).isTrue();
  }

  @Test
  void keepsDecimalsExact() {
    var row = CannedRow.of("length", "180.0000000000000000001").row();

    assertThat(row.decimal("length")).isEqualTo(new BigDecimal("180.0000000000000000001"));
  }

  @Test
  void isEmptyWhereTheColumnIsNull() {
    var row = CannedRow.of("nothing", null).row();

    assertThat(row.optionalText("nothing")).isEmpty();
    assertThat(row.optionalNumber("nothing")).isEmpty();
  }

  @Test
  void saysWhichColumnIsNull() {
    var row = CannedRow.of("nothing", null).row();

    assertThatIllegalStateException()
        .isThrownBy(() -> row.text("nothing"))
        .withMessage("column nothing is null");
  }

  @Test
  void saysWhichColumnIsNotThere() {
    var row = CannedRow.of("one", 1).row();

    assertThatIllegalStateException()
        .isThrownBy(() -> row.optionalText("two"))
        .withMessage("no column two among [one]");
  }
}
