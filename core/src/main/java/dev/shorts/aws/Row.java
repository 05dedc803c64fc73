package dev.shorts.aws;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.rdsdata.model.Field;

/** A Row holds the fields of one row of a result by the names of their columns. */
public record Row(Map<String, Field> fields) {

  /** UTC without an offset, as the Data API writes timestamptz (seen on AWS; not documented). */
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  static List<Row> allOf(ExecuteStatementResponse answer) {
    var names = answer.columnMetadata();
    return answer.records().stream()
        .map(
            record ->
                IntStream.range(0, record.size())
                    .boxed()
                    .collect(Collectors.toMap(i -> names.get(i).label(), record::get)))
        .map(Row::new)
        .toList();
  }

  public String text(String column) {
    return optionalText(column).orElseThrow(() -> missing(column));
  }

  public Optional<String> optionalText(String column) {
    return field(column).map(Field::stringValue);
  }

  public long number(String column) {
    return optionalNumber(column).orElseThrow(() -> missing(column));
  }

  public Optional<Long> optionalNumber(String column) {
    return field(column).map(Field::longValue);
  }

  /** A {@code double precision} column. */
  public Optional<Double> optionalReal(String column) {
    return field(column).map(Field::doubleValue);
  }

  /** A {@code numeric} column, which travels as text and so stays exact. */
  public BigDecimal decimal(String column) {
    return new BigDecimal(text(column));
  }

  public boolean flag(String column) {
    return field(column).map(Field::booleanValue).orElseThrow(() -> missing(column));
  }

  public Instant instant(String column) {
    return LocalDateTime.parse(text(column), TIMESTAMP).toInstant(ZoneOffset.UTC);
  }

  private Optional<Field> field(String column) {
    var field = fields.get(column);
    if (field == null) {
      throw new IllegalStateException("no column " + column + " among " + fields.keySet());
    }
    return Boolean.TRUE.equals(field.isNull()) ? Optional.empty() : Optional.of(field);
  }

  private static IllegalStateException missing(String column) {
    return new IllegalStateException("column " + column + " is null");
  }
}
