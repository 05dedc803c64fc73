package dev.shorts.transcode.source;

import static dev.shorts.transcode.source.BlockFile.BLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.transcode.problem.SourceException;
import dev.shorts.transcode.problem.SourceProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What a reader gets when the store fails. */
class SourceReaderTest {

  private static final int TRIES = 4;

  /** Nobody who answers takes so long, and who doesn't answer isn't waited for long. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  @TempDir private Path folder;

  private final Store store = new Store(100 * BLOCK + 1);
  private final List<Duration> pauses = new ArrayList<>();
  private SourceReader reader;

  @BeforeEach
  void open() {
    reader = reader(pauses::add);
  }

  @AfterEach
  void close() {
    reader.close();
  }

  @Test
  void errorStatusIsRetried() throws IOException {
    store.thenFailing(status(503)).thenFailing(status(500));

    assertReads(0, 9);
    assertThat(pauses).hasSize(2);
  }

  @Test
  void truncatedResponseIsRetried() throws IOException {
    store.thenCutOff(10).thenCutOff(BLOCK - 1);

    assertReads(0, 9);
    assertThat(reader.bytesRead()).isEqualTo(10 + BLOCK - 1 + BLOCK);
  }

  @Test
  void overlongResponseIsRetried() throws IOException {
    store.then((first, last) -> store.part(first, last + 1));

    assertReads(5, store.content.length - 1);
    assertThat(store.reads).doesNotHaveDuplicates();
  }

  @Test
  void blocksBeforeATruncationAreKept() throws IOException {
    assertReads(0, BLOCK - 1);
    store.thenCutOff(BLOCK + 10);
    assertReads(BLOCK, 3 * BLOCK - 1);

    assertThat(store.reads).contains(new ByteRange(BLOCK, 3 * BLOCK - 1));
    assertThat(store.reads.stream().filter(read -> read.first() == BLOCK)).hasSize(1);
  }

  @Test
  void requestWithoutResponseIsRetried() throws IOException {
    store.thenStalling().thenStalling();

    assertReads(7, 8);
    assertThat(store.reads).hasSizeGreaterThanOrEqualTo(3);
    reader.close();
    assertThat(store.open()).isZero();
  }

  @Test
  void readFailsAfterAllRetries() {
    for (int i = 0; i < TRIES; i++) {
      store.thenFailing(status(503));
    }

    assertThatThrownBy(() -> read(0, 9)).hasMessageContaining("status 503");
    assertThatThrownBy(reader::throwReadError).hasMessageContaining("status 503");
    assertThat(store.reads).hasSize(TRIES);
  }

  @Test
  void missingSourceIsNotRetried() {
    var gone = new SourceException(SourceProblem.GONE, "read", "status 404");
    store.thenFailing(gone);

    assertThatThrownBy(() -> read(0, 9)).isSameAs(gone);
    assertThatThrownBy(reader::throwReadError).isSameAs(gone);
    assertThat(store.reads).hasSize(1);
  }

  @Test
  void readAheadErrorIsNoReadError() throws Exception {
    var failing = new CountDownLatch(1);
    assertReads(0, 2 * BLOCK - 1);
    store.then(
        (_, _) -> {
          failing.countDown();
          throw new SourceException(SourceProblem.CHANGED, "read", "status 412");
        });

    assertReads(2 * BLOCK, 3 * BLOCK - 1);
    failing.await();
    assertThatCode(reader::throwReadError).doesNotThrowAnyException();
  }

  @Test
  void lastRetryErrorIsThrownUntilAReadSucceeds() throws Exception {
    var pausing = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    reader.close();
    reader =
        reader(
            _ -> {
              pausing.countDown();
              goOn.await();
            });
    store.thenFailing(status(503));
    var reading =
        Thread.ofVirtual().start(() -> assertThatCode(() -> read(0, 9)).doesNotThrowAnyException());
    pausing.await();

    assertThatThrownBy(reader::throwLastRetryError).hasMessageContaining("status 503");
    assertThatCode(reader::throwReadError).doesNotThrowAnyException();
    goOn.countDown();
    reading.join();
    assertThatCode(reader::throwLastRetryError).doesNotThrowAnyException();
  }

  private SourceReader reader(Retries.Pause pause) {
    var file = new BlockFile(folder.resolve("source"), 50, 10);
    var blocks = new Blocks(store, store.content.length);
    return new SourceReader(
        blocks,
        file,
        new Retries(TRIES, PATIENCE, Duration.ofMillis(10), pause),
        InstantSource.system());
  }

  private void assertReads(long first, long last) throws IOException {
    assertThat(read(first, last)).isEqualTo(store.part(new ByteRange(first, last)));
    assertThatCode(reader::throwReadError).doesNotThrowAnyException();
  }

  private byte[] read(long first, long last) throws IOException {
    var out = new ByteArrayOutputStream();
    reader.copy(new ByteRange(first, last), out);
    return out.toByteArray();
  }

  private static RuntimeException status(int status) {
    return S3Exception.builder().statusCode(status).message("status " + status).build();
  }
}
