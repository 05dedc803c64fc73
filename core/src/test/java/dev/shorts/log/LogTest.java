package dev.shorts.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.export.ExportId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LogTest {

  private static final String ID = "550e8400-e29b-41d4-a716-446655440000";

  private final LogLines lines = new LogLines();
  private final Log log = lines.log();

  @Test
  void isOneJsonObjectPerEvent() {
    log.with("request_id", "r-1").info("accepted", Map.of("attempt", 2));

    assertThat(lines.lines())
        .containsExactly(
            Map.of(
                "time", "2026-01-01T12:00:00Z",
                "level", "INFO",
                "event", "accepted",
                "request_id", "r-1",
                "attempt", 2));
  }

  @Test
  void saysWhichOfItsNumbersAreMetrics() {
    log.info(
        "ended",
        Map.of(),
        Metric.count("ExportsFailed").by("Reason", "GONE"),
        Metric.seconds("TimeInQueue", new BigDecimal("3.25")),
        Metric.bytes("BytesRead", 5_000_000_000L),
        Metric.ratio("EncodeSpeed", 2.5));

    assertThat(lines.metrics())
        .containsExactly(
            "ExportsFailed 1 Count by Reason=GONE",
            "TimeInQueue 3.25 Seconds",
            "BytesRead 5000000000 Bytes",
            "EncodeSpeed 2.5 None");
    assertThat(lines.lines()).hasSize(1);
  }

  @Test
  void saysNothingOfMetricsWhereNobodyTakesThem() {
    var bytes = new ByteArrayOutputStream();
    Log.to(new PrintStream(bytes), InstantSource.system())
        .info("swept", Map.of(), Metric.count("Sweeps"));

    assertThat(bytes.toString()).contains("\"Sweeps\":1").doesNotContain("_aws");
  }

  @Test
  void tellsHowAnExportFailedAndThatItWasTooLate() {
    var failure = new ExportFailedEvent("GAVE_UP_TIME", "sweep");
    log.warn("given up", failure.fields(), failure.metrics());

    assertThat(lines.metrics())
        .containsExactly(
            "ExportsFailed 1 Count by Reason=GAVE_UP_TIME", "ExportsPastDeadline 1 Count");
    assertThat(lines.lines().getFirst())
        .containsEntry("outcome", "FAILED")
        .containsEntry("reason", "GAVE_UP_TIME")
        .containsEntry("by", "sweep");
    assertThat(new ExportFailedEvent("GONE", "worker").metrics()).hasSize(1);
  }

  @Test
  void keepsWhatIsCommonToItself() {
    log.with("request_id", "r-1");
    log.warn("alone", Map.of());

    assertThat(lines.lines().getFirst()).doesNotContainKey("request_id");
  }

  @Test
  void writesWhatIsNoNumberAsText() {
    var export = ExportId.parse(ID).orElseThrow();

    assertThat(logged(export)).isEqualTo(ID);
    assertThat(logged(List.of(1, 2))).isEqualTo("[1, 2]");
    assertThat(logged(true)).isEqualTo(true);
    assertThat(logged(new BigDecimal("0.5"))).isEqualTo(new BigDecimal("0.5"));
  }

  @Test
  void doesNotBreakOnOddValues() {
    assertThat(logged(null)).isEqualTo("null");
    assertThat(logged(Double.NaN)).isEqualTo("NaN");
    assertThat(logged(Float.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
    assertThat(logged(new AtomicLong(7))).isEqualTo("7");
    assertThat(logged("two\nlines \u2028 \u0000 \uD83C\uDFAC"))
        .isEqualTo("two\nlines \u2028 \u0000 \uD83C\uDFAC");
    assertThat(logged("half a pair \uD83C")).isEqualTo("half a pair ?");
  }

  @Test
  void keepsAFailureOnOneLineWithItsCause() {
    log.error("request failed", new IllegalStateException("outer", new RuntimeException("inner")));

    assertThat(lines.lines()).hasSize(1);
    assertThat(lines.lines().getFirst().get("cause").toString())
        .contains("IllegalStateException: outer", "Caused by: java.lang.RuntimeException: inner");
  }

  private Object logged(Object value) {
    log.info("odd", Collections.singletonMap("value", value));
    return lines.lines().getLast().get("value");
  }
}
