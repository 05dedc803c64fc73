package dev.shorts.transcode.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.transcode.problem.SourceException;
import dev.shorts.transcode.problem.SourceProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class RetriesTest {

  private final List<Duration> pauses = new ArrayList<>();
  private final Deque<RuntimeException> failures = new ArrayDeque<>();
  private final Retries retries =
      new Retries(8, Duration.ofSeconds(2), Duration.ofMillis(200), pauses::add);

  @Test
  void backoffDoublesWithEveryTry() throws InterruptedException {
    IntStream.range(0, 7).forEach(_ -> failures.add(status(503)));

    assertThat(call()).isEqualTo("an answer");
    assertThat(pauses).hasSize(7);
    for (int i = 0; i < 7; i++) {
      var most = Duration.ofMillis(Math.min(200L << i, 10_000));
      assertThat(pauses.get(i)).isBetween(most.dividedBy(2), most);
    }
  }

  @Test
  void lastFailureIsThrown() {
    IntStream.range(0, 8).forEach(i -> failures.add(status(500 + i)));

    assertThatThrownBy(this::call).hasMessageContaining("status 507");
    assertThat(pauses).hasSize(7);
  }

  @Test
  void timeoutDoublesWithEveryFailure() {
    assertThat(IntStream.range(0, 8).mapToObj(retries::patience).map(Duration::toSeconds))
        .containsExactly(2L, 4L, 8L, 16L, 16L, 16L, 16L, 16L);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429})
  void transientStatusIsRetried(int status) throws InterruptedException {
    failures.add(status(status));

    assertThat(call()).isEqualTo("an answer");
  }

  @Test
  void closedConnectionIsRetried() throws InterruptedException {
    failures.add(SdkClientException.create("connection reset"));
    failures.add(new UncheckedIOException(new IOException("cut short")));

    assertThat(call()).isEqualTo("an answer");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403})
  void permanentStatusIsNotRetried(int status) {
    failures.add(status(status));

    assertThatThrownBy(this::call).hasMessageContaining("status " + status);
    assertThat(pauses).isEmpty();
  }

  @Test
  void missingSourceIsNotRetried() {
    var gone = new SourceException(SourceProblem.GONE, "read", "status 404");
    failures.add(gone);

    assertThatThrownBy(this::call).isSameAs(gone);
    assertThat(pauses).isEmpty();
  }

  private String call() throws InterruptedException {
    return retries.call(
        () -> {
          if (failures.isEmpty()) {
            return "an answer";
          }
          throw failures.remove();
        });
  }

  private static RuntimeException status(int status) {
    return S3Exception.builder().statusCode(status).message("status " + status).build();
  }
}
