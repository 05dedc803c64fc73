package dev.shorts.emulator.services;

import static dev.shorts.emulator.services.TestStore.assertStatus;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

class StoreConditionsTest {

  @TempDir static Path folder;
  private static TestStore store;

  @BeforeAll
  static void start() throws Exception {
    store = new TestStore(folder);
  }

  @AfterAll
  static void stop() {
    store.close();
  }

  @RepeatedTest(20)
  void writesDependOnTheirConditions(RepetitionInfo repetition) {
    var key = "once " + repetition.getCurrentRepetition();
    String first = store.put(key, "first", b -> b.ifNoneMatch("*")).eTag();
    assertStatus(412, () -> store.put(key, "second", b -> b.ifNoneMatch("*")));
    assertStatus(412, () -> store.put(key, "second", b -> b.ifMatch("\"other\"")));
    assertStatus(404, () -> store.put("never", "second", b -> b.ifMatch(first)));

    store.put(key, "second", b -> b.ifMatch(first));
    assertThat(store.read(key)).isEqualTo("second");
  }

  @RepeatedTest(20)
  void oneOfManyConcurrentWritersSucceeds(RepetitionInfo repetition) throws Exception {
    var key = "race " + repetition.getCurrentRepetition();

    assertThat(race(i -> store.put(key, "writer " + i, b -> b.ifNoneMatch("*")))).isEqualTo(1);
  }

  @Test
  void aWriterThatIsOvertakenWhileSendingFails() throws Exception {
    String before = store.put("slow", "before", _ -> {}).eTag();
    var sending = new CountDownLatch(1);
    var overtaken = new CountDownLatch(1);
    var slow =
        new InputStream() {
          private final InputStream bytes = new ByteArrayInputStream("stale".getBytes(UTF_8));

          @Override
          public int read() throws IOException {
            sending.countDown();
            try {
              overtaken.await();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
            return bytes.read();
          }
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var stale =
          threads.submit(
              () ->
                  store
                      .client()
                      .putObject(
                          b -> b.bucket("exports").key("slow").ifMatch(before),
                          RequestBody.fromInputStream(slow, 5)));
      sending.await();
      store.put("slow", "successor", b -> b.ifMatch(before));
      overtaken.countDown();
      assertStatus(412, stale::get);
    }
    assertThat(store.read("slow")).isEqualTo("successor");
  }

  /** How many of ten succeed; the others get 412. */
  private static long race(IntFunction<PutObjectResponse> writer) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writers =
          IntStream.range(0, 10)
              .<Callable<Boolean>>mapToObj(i -> () -> succeeds(() -> writer.apply(i)))
              .toList();
      long winners = 0;
      for (var won : threads.invokeAll(writers)) {
        winners += won.get() ? 1 : 0;
      }
      return winners;
    }
  }

  private static boolean succeeds(Runnable write) {
    try {
      write.run();
      return true;
    } catch (S3Exception e) {
      assertThat(e.statusCode()).isEqualTo(412);
      return false;
    }
  }
}
