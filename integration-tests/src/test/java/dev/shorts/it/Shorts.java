package dev.shorts.it;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Has shorts made, from the POST to the file, as a client would. */
final class Shorts {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final Platform platform;
  private final User user;

  Shorts(Platform platform, User user) {
    this.platform = platform;
    this.user = user;
  }

  /** The finished export of a scene of the sample; fails if it does not complete. */
  Answer ofSample(String from, String to, String options) {
    var done = finished(platform.scene(sample(), from, to), options);
    assertThat(done.field("status")).as(done.shown()).isEqualTo("completed");
    return done;
  }

  UUID sample() {
    return platform.video(user, Cloud.ROOT.resolve("samples/sample.mp4"));
  }

  /** The export of {@code scene} once it is completed or failed. */
  Answer finished(UUID scene, String options) {
    var accepted = user.post(scene, options);
    assertThat(accepted.status()).as(accepted.shown()).isEqualTo(202);
    var id = accepted.field("export_id");
    var start = System.nanoTime();
    for (var answer = user.get(id); ; answer = user.get(id)) {
      switch (answer.text("status")) {
        case "completed", "failed" -> {
          return answer;
        }
        default -> assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
      }
      LockSupport.parkNanos(MILLISECONDS.toNanos(BETWEEN_LOOKS.toMillis()));
    }
  }

  /** The file of a completed export, fetched by its presigned URL. */
  Path download(Answer export, Path folder) {
    var file = folder.resolve(export.field("export_id") + ".mp4");
    try {
      var answer =
          User.HTTP.send(
              HttpRequest.newBuilder(URI.create(export.text("download_url"))).build(),
              BodyHandlers.ofFile(file));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(Files.size(file))
          .isEqualTo(((Number) export.field("file_size_bytes")).longValue());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
