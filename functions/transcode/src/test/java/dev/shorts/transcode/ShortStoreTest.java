package dev.shorts.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.shorts.aws.FunctionEnvironment;
import dev.shorts.aws.HttpClient;
import dev.shorts.transcode.job.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The client that is deployed, and a store where others write or answers are lost. */
class ShortStoreTest {

  private static final String ENDPOINT = "aws.endpointUrlS3";
  private static final String KEY = "exports/a/b.mp4";

  private static SdkHttpClient http;

  @TempDir private Path root;

  private final AtomicInteger asked = new AtomicInteger();
  private OneObjectStore store;
  private ShortStore shorts;
  private Path made;

  @BeforeAll
  static void openClient() {
    http = HttpClient.create();
  }

  @AfterAll
  static void closeClient() {
    http.close();
  }

  @BeforeEach
  void start() throws IOException {
    store = new OneObjectStore();
    System.setProperty(ENDPOINT, store.url());
    shorts = ShortStore.connect(http, new FunctionEnvironment(Map.of("EXPORT_BUCKET", "bucket")));
    made = Files.writeString(root.resolve("made.mp4"), "ours");
  }

  @AfterEach
  void stop() {
    System.clearProperty(ENDPOINT);
    store.close();
  }

  @Test
  void firstWriteOfAKeyNeedsNoLeaseCheck() {
    assertThat(put(() -> fail("there was nothing"))).isTrue();
    assertThat(store.content()).contains("ours");
    assertThat(store.answered()).containsExactly("PUT * 200");
  }

  @Test
  void fileOfAnEarlierAttemptIsReplaced() {
    store.holds("an earlier try's");

    assertThat(put(this::stillOurs)).isTrue();
    assertThat(store.content()).contains("ours");
  }

  @Test
  void putSucceedsWhenTheResponseIsLost() {
    store.thenLosingItsAnswer();

    assertThat(put(this::stillOurs)).isTrue();
    assertThat(store.content()).contains("ours");
    assertThat(store.answered()).containsExactly("PUT * 0", "PUT * 412", "HEAD 200", "PUT = 200");
  }

  @Test
  void putSucceedsWhenTheSecondResponseIsLost() {
    store.holds("an earlier try's").thenAsItShould().thenAsItShould().thenLosingItsAnswer();

    assertThat(put(this::stillOurs)).isTrue();
    assertThat(store.content()).contains("ours");
  }

  @Test
  void fileOfALateWorkerIsReplaced() {
    store.holds("an earlier try's").thenAsItShould().thenAsItShould().thenAfter("a late one's");

    assertThat(put(this::stillOurs)).isTrue();
    assertThat(store.content()).contains("ours");
    assertThat(store.answered())
        .containsExactly("PUT * 412", "HEAD 200", "PUT = 412", "HEAD 200", "PUT = 200");
    assertThat(asked).hasValue(2);
  }

  @Test
  void fileOfANewerWorkerIsKept() {
    store.holds("an earlier try's").thenAsItShould().thenAsItShould().thenAfter("a successor's");

    assertThat(put(() -> asked.incrementAndGet() == 1)).isFalse();
    assertThat(store.content()).contains("a successor's");
    assertThat(asked).hasValue(2);
  }

  @Test
  void etagIsReadBeforeTheLeaseIsChecked() {
    store.holds("an earlier try's");

    assertThat(put(() -> store.holds("a successor's") != null && asked.incrementAndGet() == 1))
        .isFalse();
    assertThat(store.content()).contains("a successor's");
  }

  @Test
  void conflictingWriteIsRetried() {
    store.then((_, _) -> 409);

    assertThat(put(this::stillOurs)).isTrue();
    assertThat(store.content()).contains("ours");
    assertThat(store.answered()).containsExactly("PUT * 409", "HEAD 404", "PUT * 200");
  }

  @Test
  void writeSucceedsAfterTheObjectWasDeleted() {
    store.holds("an earlier try's").thenAsItShould().thenAfterDeletion();

    assertThat(put(this::stillOurs)).isTrue();
    assertThat(store.answered()).containsExactly("PUT * 412", "HEAD 404", "PUT * 200");
  }

  @Test
  void writeIsRetriedWhenTheObjectIsDeletedMeanwhile() {
    store.holds("an earlier try's").thenAsItShould().thenAsItShould().thenAfterDeletion();

    assertThat(put(this::stillOurs)).isTrue();
    assertThat(store.answered())
        .containsExactly("PUT * 412", "HEAD 200", "PUT = 404", "HEAD 404", "PUT * 200");
  }

  /** S3 tells who may not list the bucket, as our role may not, 403 of what isn't there. */
  @Test
  void status403OfAMissingObjectIsTreatedAs404() {
    store.holds("an earlier try's").thenAsItShould().then((_, _) -> 403).thenAfterDeletion();

    assertThat(put(this::stillOurs)).isTrue();
    assertThat(store.content()).contains("ours");
  }

  @Test
  void nothingIsWrittenAfterTheLeaseIsLost() {
    for (var answer : new int[] {409, 412, 404}) {
      store.then((_, _) -> answer);
      assertThat(put(() -> false)).isFalse();
    }
    assertThat(store.content()).isEmpty();
  }

  @Test
  void putFailsAfterRepeatedConflicts() {
    for (int i = 0; i < 5; i++) {
      store.then((_, _) -> 409).thenAsItShould();
    }

    assertThatIllegalStateException()
        .isThrownBy(() -> put(this::stillOurs))
        .withCauseInstanceOf(S3Exception.class);
    assertThat(asked).hasValue(4);
  }

  @Test
  void throttledRequestIsRetried() {
    store.then((_, _) -> 503).then((_, _) -> 500);

    assertThat(put(() -> fail("nobody was there"))).isTrue();
  }

  @Test
  void deniedWriteFailsWithoutRetry() {
    store.then((_, _) -> 403);

    assertThatThrownBy(() -> put(this::stillOurs)).isInstanceOf(S3Exception.class);
    assertThat(store.answered()).containsExactly("PUT * 403");
  }

  @Test
  void putFailsWhenTheDeadlineHasPassed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> shorts.put(KEY, made, in(Duration.ZERO), this::stillOurs));
    assertThat(store.answered()).isEmpty();
  }

  private boolean put(BooleanSupplier stillOurs) {
    return shorts.put(KEY, made, in(Duration.ofMinutes(1)), stillOurs);
  }

  private boolean stillOurs() {
    asked.incrementAndGet();
    return true;
  }

  private static Deadline in(Duration time) {
    return new Deadline(Instant.EPOCH.plus(time), InstantSource.fixed(Instant.EPOCH));
  }
}
