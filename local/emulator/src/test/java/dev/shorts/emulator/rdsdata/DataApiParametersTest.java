package dev.shorts.emulator.rdsdata;

import static dev.shorts.emulator.rdsdata.TestDataApi.hinted;
import static dev.shorts.emulator.rdsdata.TestDataApi.parameter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.rdsdata.model.Field.fromBlobValue;
import static software.amazon.awssdk.services.rdsdata.model.Field.fromBooleanValue;
import static software.amazon.awssdk.services.rdsdata.model.Field.fromDoubleValue;
import static software.amazon.awssdk.services.rdsdata.model.Field.fromIsNull;
import static software.amazon.awssdk.services.rdsdata.model.Field.fromLongValue;
import static software.amazon.awssdk.services.rdsdata.model.Field.fromStringValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.rdsdata.model.BadRequestException;
import software.amazon.awssdk.services.rdsdata.model.DatabaseErrorException;
import software.amazon.awssdk.services.rdsdata.model.SqlParameter;
import software.amazon.awssdk.services.rdsdata.model.TypeHint;

@ExtendWith(SharedDataApi.class)
class DataApiParametersTest {

  private static final String ID = "00000000-0000-0000-0000-000000000001";

  private final TestDataApi api;

  DataApiParametersTest(TestDataApi api) {
    this.api = api;
  }

  @Test
  void parametersAreBoundByName() {
    var answer =
        api.execute(
            "SELECT :t, :n + 1, :f, :b, :x, :t || ':t' -- :t",
            parameter("t", fromStringValue("a")),
            parameter("n", fromLongValue(41L)),
            parameter("f", fromDoubleValue(1.5)),
            parameter("b", fromBooleanValue(true)),
            parameter("x", fromBlobValue(SdkBytes.fromUtf8String("x"))));

    assertThat(answer.records().getFirst())
        .containsExactly(
            fromStringValue("a"),
            fromLongValue(42L),
            fromDoubleValue(1.5),
            fromBooleanValue(true),
            fromBlobValue(SdkBytes.fromUtf8String("x")),
            fromStringValue("a:t"));
  }

  @Test
  void eachOccurrenceOfANameIsBoundSeparately() {
    assertThatThrownBy(
            () ->
                api.execute(
                    "SELECT n + :x FROM generate_series(1, 2) AS n GROUP BY n + :x",
                    parameter("x", fromLongValue(1L))))
        .hasMessageContaining("must appear in the GROUP BY clause");
  }

  @ParameterizedTest
  @CsvSource({
    "id, 00000000-0000-0000-0000-000000000009, uuid",
    "mood, good, mood",
    "data, {}, json",
    "at, 2026-01-01 00:00:00, timestamp with time zone",
    "day, 2026-01-01, date",
    "price, 1.5, numeric"
  })
  void aStringWithoutAHintIsText(String column, String value, String type) {
    assertThatThrownBy(
            () ->
                api.execute(
                    "INSERT INTO thing (%s) VALUES (:v)".formatted(column),
                    parameter("v", fromStringValue(value))))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining(
            "ERROR: column \"%s\" is of type %s but expression is of type text"
                .formatted(column, type))
        .hasMessageContaining("; SQLState: 42804");
  }

  @Test
  void hintsAndCastsConvertAString() {
    api.execute(
        "INSERT INTO thing VALUES (:id, CAST(:mood AS mood), :data, :at, :day, :price)",
        hinted("id", ID, TypeHint.UUID),
        parameter("mood", fromStringValue("bad")),
        hinted("data", "{}", TypeHint.JSON),
        hinted("at", "2026-01-01 00:00:00.5", TypeHint.TIMESTAMP),
        hinted("day", "2026-01-01", TypeHint.DATE),
        hinted("price", "1.50", TypeHint.DECIMAL));

    assertThat(
            api.execute("SELECT at, price FROM thing WHERE day = '2026-01-01'")
                .records()
                .getFirst())
        .containsExactly(fromStringValue("2026-01-01 00:00:00.500"), fromStringValue("1.50"));
  }

  @Test
  void nullIsAcceptedForEveryType() {
    api.execute(
        "INSERT INTO thing (id, at, price) VALUES (gen_random_uuid(), :at, :price)",
        parameter("at", fromIsNull(true)),
        SqlParameter.builder()
            .name("price")
            .value(fromIsNull(true))
            .typeHint(TypeHint.DECIMAL)
            .build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-01T00:00:00Z", "2026-01-01", "now"})
  void onlyOneTimestampFormatIsAccepted(String value) {
    assertThatThrownBy(() -> api.execute("SELECT :t", hinted("t", value, TypeHint.TIMESTAMP)))
        .isInstanceOf(BadRequestException.class);
  }
}
