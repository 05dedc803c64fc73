package dev.shorts.transcode;

import static dev.shorts.transcode.Jobs.CLAIMED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.log.Log;
import dev.shorts.transcode.ffmpeg.Binaries;
import dev.shorts.transcode.probe.Rational;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What becomes of an export when the store of its source answers badly. */
@Isolated
class BadStoreIT {

  @TempDir private Path root;

  private final ScriptedDatabase database = ScriptedDatabase.agreeing(() -> CLAIMED);

  /** Refuses reads by their number, from 1. */
  private record BadStore(FolderStore store, IntPredicate refuses, AtomicInteger reads)
      implements S3Client {

    @Override
    public HeadObjectResponse headObject(HeadObjectRequest request) {
      return store.headObject(request);
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getObject(GetObjectRequest request) {
      if (refuses.test(reads.incrementAndGet())) {
        throw S3Exception.builder().statusCode(503).message("SlowDown").build();
      }
      return store.getObject(request);
    }

    @Override
    public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
      return store.putObject(request, body);
    }

    @Override
    public String serviceName() {
      return store.serviceName();
    }

    @Override
    public void close() {
      store.close();
    }
  }

  @BeforeEach
  void upload() throws Exception {
    var video = new FlashVideo(320, 180, new Rational(30_000, 1001), 90, 60, true);
    video.write(Files.createDirectories(root.resolve("sources")).resolve("cat.mov"));
  }

  @Test
  void isMadeWhenEverySecondReadIsRefused() {
    assertThat(transcode(read -> read % 2 == 1, Duration.ofMinutes(5)))
        .isEqualTo(MessageOutcome.COMPLETED);
  }

  @Test
  void isTriedAgainWhenTheStoreIsDownAtTheDeadline() {
    assertThat(transcode(_ -> true, Duration.ofSeconds(4))).isEqualTo(MessageOutcome.RELEASED);
  }

  private MessageOutcome transcode(IntPredicate refuses, Duration limit) {
    var clock = InstantSource.system();
    var store = new BadStore(new FolderStore(root), refuses, new AtomicInteger());
    var transcode =
        Jobs.worker(
            database,
            store,
            root,
            Binaries.on(Layer.path()),
            Runtime.getRuntime().availableProcessors(),
            clock);
    var log = Log.to(new PrintStream(OutputStream.nullOutputStream()), clock);
    return transcode.transcode(Jobs.EXPORT, clock.instant().plus(limit), log);
  }
}
