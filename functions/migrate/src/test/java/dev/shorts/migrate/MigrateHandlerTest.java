package dev.shorts.migrate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.migrate.database.MigrationStep;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class MigrateHandlerTest {

  private static final Map<String, Object> SUCCESS =
      Map.of(
          "Status", "SUCCESS",
          "PhysicalResourceId", "schema-of-shorts-export",
          "StackId", "stack",
          "RequestId", "request",
          "LogicalResourceId", "Migration");

  private final CloudFormation cloudFormation = new CloudFormation();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  MigrateHandlerTest() throws IOException {}

  @AfterEach
  void close() {
    cloudFormation.close();
  }

  @Test
  void answersADeletionWithoutTouchingAnything() throws IOException {
    handle(
        "Delete",
        () -> {
          throw new AssertionError("touched");
        });

    assertThat(cloudFormation.answer()).isEqualTo(SUCCESS);
  }

  @Test
  void answersWhenNotEvenTheStartWorks() throws IOException {
    handle(
        "Create",
        () -> {
          throw new IllegalStateException("the environment lacks DATABASE_NAME");
        });

    assertThat(cloudFormation.reason()).isEqualTo("the environment lacks DATABASE_NAME");
  }

  @Test
  void answersWhenMemoryIsOut() throws IOException {
    handle("Create", () -> new Object[Integer.MAX_VALUE].length > 0 ? null : null);

    assertThat(cloudFormation.reason())
        .startsWith("The migration broke off (java.lang.OutOfMemoryError: ");
    assertThat(log.toString(UTF_8)).contains("OutOfMemoryError", "MigrateHandlerTest");
  }

  @Test
  void answersWhenTheStackIsOut() throws IOException {
    handle("Create", () -> deeper(1));

    assertThat(cloudFormation.reason())
        .isEqualTo("The migration broke off (java.lang.StackOverflowError). Its log says where.");
  }

  @Test
  void answersInTimeWhenSecretsManagerDoesNot() throws IOException {
    var hanging = new AtomicBoolean(true);
    var run = Run.of(Duration.ofSeconds(36));

    handle(
        "Create",
        run,
        () -> {
          while (hanging.get()) {
            LockSupport.parkNanos(1_000_000); // until the end of the test, interrupted or not
          }
          return null;
        });

    hanging.set(false);
    assertThat(cloudFormation.reason()).isEqualTo(MigrationStep.READING_SECRETS.advice());
    assertThat(run.getRemainingTimeInMillis()).isGreaterThan(30_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\"", "\n", "ä", "🎬"})
  void cutsALongReasonSoThatTheAnswerFits(String letter) throws IOException {
    handle(
        "Create",
        () -> {
          throw new IllegalStateException(letter.repeat(10_000));
        });

    assertThat(cloudFormation.reason()).startsWith(letter).endsWith("(the log has the rest)");
    assertThat(cloudFormation.bytes()).isBetween(3500, 4096);
  }

  @Test
  void answersAgainWhenTheAnswerIsNotTakenInTime() throws IOException {
    cloudFormation.keepSilent(1);
    var run = Run.of(Duration.ofSeconds(4));

    handle("Delete", run, () -> null);

    assertThat(cloudFormation.answer()).isEqualTo(SUCCESS);
  }

  @Test
  void endsInTimeWhenNobodyAnswersTheAnswer() {
    cloudFormation.keepSilent(3);
    var run = Run.of(Duration.ofSeconds(4));

    assertThatThrownBy(() -> handle("Delete", run, () -> null))
        .hasMessage("CloudFormation's URL doesn't answer");

    assertThat(run.getRemainingTimeInMillis()).isPositive();
  }

  @Test
  void answersAgainWhenTheAnswerIsNotTaken() throws IOException {
    cloudFormation.refuse(2);

    handle("Delete", () -> null);

    assertThat(cloudFormation.answer()).isEqualTo(SUCCESS);
  }

  @Test
  void failsWhenNobodyTakesTheAnswer() {
    cloudFormation.refuse(3);

    assertThatThrownBy(() -> handle("Delete", () -> null)).hasMessageContaining("answers 503");
  }

  private static Migrate deeper(int depth) {
    return depth == 0 ? null : deeper(depth + 1);
  }

  private void handle(String type, Supplier<Migrate> wiring) throws IOException {
    handle(type, Run.of(Duration.ofMinutes(10)), wiring);
  }

  private void handle(String type, Run run, Supplier<Migrate> wiring) throws IOException {
    CloudFormation.deliver(cloudFormation.event(type, "stack", "request"), run, log, wiring);
  }
}
