package dev.shorts.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.emulator.lambda.FunctionSettings;
import dev.shorts.emulator.template.Template;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests that the durations of {@code template.yaml} fit each other; {@code docs/operations.md} says
 * why.
 */
class TemplateTimesTest {

  /** API Gateway answers by itself after it. */
  private static final Duration GATEWAY = Duration.ofSeconds(30);

  /** What a call of the database may take in all: see DataApi. */
  private static final Duration DATABASE = Duration.ofSeconds(20);

  private Template template;

  @BeforeEach
  void read() throws IOException {
    template = TemplateTest.read(TemplateTest.PARAMETERS);
  }

  @Test
  void renewalsMayFailBeforeTheLeaseExpires() {
    assertThat(seconds("TranscodeFunction", "RENEW_S").multipliedBy(3).plus(DATABASE))
        .isLessThan(seconds("TranscodeFunction", "LEASE_S"));
  }

  @Test
  void anExportOfAKilledWorkerIsSweptBeforeItsMessageReturns() {
    assertThat(seconds("TranscodeFunction", "LEASE_S").plus(sweepInterval()))
        .isLessThan(visibility());
  }

  @Test
  void aMessageStaysHiddenWhileItIsProcessed() {
    assertThat(function("TranscodeFunction").limits().timeout()).isLessThan(visibility());
  }

  @Test
  void aSweepLeavesTimeToThePreviousOne() {
    assertThat(seconds("CleanupFunction", "MAX_PENDING_S")).isGreaterThanOrEqualTo(sweepInterval());
    assertThat(function("CleanupFunction").limits().timeout()).isLessThanOrEqualTo(sweepInterval());
  }

  @Test
  void functionsOfTheApiTimeOutBeforeTheGateway() {
    assertThat(template.events().routes())
        .isNotEmpty()
        .allSatisfy(
            route ->
                assertThat(function(route.function()).limits().timeout())
                    .isLessThan(GATEWAY)
                    .isGreaterThan(DATABASE));
  }

  private Duration sweepInterval() {
    return template.events().schedules().stream()
        .filter(schedule -> schedule.input().orElseThrow().contains("sweep"))
        .map(schedule -> schedule.rate().every())
        .findFirst()
        .orElseThrow();
  }

  private Duration visibility() {
    return template.resources().queues().stream()
        .filter(queue -> queue.name().equals("TranscodeQueue"))
        .map(queue -> queue.visibilityTimeout())
        .findFirst()
        .orElseThrow();
  }

  private Duration seconds(String function, String variable) {
    return Duration.ofSeconds(Long.parseLong(function(function).environment().get(variable)));
  }

  private FunctionSettings function(String name) {
    return template.functions().stream()
        .filter(function -> function.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
