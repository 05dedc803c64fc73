package dev.shorts.emulator.rdsdata;

import static dev.shorts.emulator.rdsdata.TestDataApi.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static software.amazon.awssdk.services.rdsdata.model.Field.fromLongValue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.rdsdata.model.ColumnMetadata;
import software.amazon.awssdk.services.rdsdata.model.UnsupportedResultException;

@ExtendWith(SharedDataApi.class)
class DataApiAnswersTest {

  private final TestDataApi api;

  DataApiAnswersTest(TestDataApi api) {
    this.api = api;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1::int2                                    | Field(LongValue=1)
          1                                          | Field(LongValue=1)
          9007199254740993::bigint                   | Field(LongValue=9007199254740993)
          0.1::float8                                | Field(DoubleValue=0.1)
          'NaN'::float8                              | Field(DoubleValue=NaN)
          180.0010                                   | Field(StringValue=180.0010)
          true                                       | Field(BooleanValue=true)
          'word'::text                               | Field(StringValue=word)
          'good'::mood                               | Field(StringValue=good)
          '{"a": [1]}'::jsonb                        | Field(StringValue={"a": [1]})
          DATE '2026-01-02'                          | Field(StringValue=2026-01-02)
          TIME '12:34:56'                            | Field(StringValue=12:34:56)
          TIMESTAMP '2026-01-02 03:04:05.6789'       | Field(StringValue=2026-01-02 03:04:05.678)
          TIMESTAMPTZ '2026-01-02 03:04:05+02'       | Field(StringValue=2026-01-02 01:04:05)
          TIMESTAMPTZ '2026-07-02 03:04:05.5Z'       | Field(StringValue=2026-07-02 03:04:05.500)
          NULL::text                                 | Field(IsNull=true)
          NULL::int                                  | Field(IsNull=true)
          NULL::timestamptz                          | Field(IsNull=true)
          NULL::text[]                               | Field(IsNull=true)
          ARRAY['a','b']                             | Field(ArrayValue=ArrayValue(StringValues=[a, b]))
          ARRAY[1,2]                                 | Field(ArrayValue=ArrayValue(LongValues=[1, 2]))
          """)
  void eachTypeIsReturnedInItsField(String expression, String field) {
    assertThat(api.execute("SELECT " + expression).records().getFirst().getFirst())
        .hasToString(field);
  }

  @Test
  void unsupportedTypesAreRefused() {
    assertThatThrownBy(() -> api.execute("SELECT ROW(1, 2)"))
        .isInstanceOf(UnsupportedResultException.class);
  }

  @Test
  void columnsAreDescribedOnRequest() {
    var answer =
        api.client()
            .executeStatement(
                statement(
                    "SELECT 1::bigint AS n, 'a'::text AS t", b -> b.includeResultMetadata(true)));

    assertThat(answer.columnMetadata())
        .extracting(ColumnMetadata::name, ColumnMetadata::label, ColumnMetadata::typeName)
        .containsExactly(tuple("n", "n", "int8"), tuple("t", "t", "text"));
    assertThat(api.execute("SELECT 1").hasColumnMetadata()).isFalse();
  }

  @Test
  void changedRowsAreCountedAndRecordsReturned() {
    api.execute("CREATE TABLE counted (n int)");

    assertThat(api.execute("INSERT INTO counted VALUES (1), (2)").numberOfRecordsUpdated())
        .isEqualTo(2);
    var returning = api.execute("INSERT INTO counted VALUES (3) RETURNING n");
    assertThat(returning.records()).isEqualTo(List.of(List.of(fromLongValue(3L))));
    assertThat(returning.numberOfRecordsUpdated()).isZero();
    assertThat(api.execute("SELECT n FROM counted WHERE n > 3").records()).isEmpty();
  }

  @Test
  void responsesAboveTheSizeLimitAreRefused() {
    assertThatThrownBy(() -> api.execute("SELECT repeat('x', 1 << 20)"))
        .isInstanceOf(UnsupportedResultException.class)
        .hasMessageContaining("more than the allowed response size limit");
    assertThat(api.execute("SELECT repeat('x', 1000000)").records()).hasSize(1);
  }
}
