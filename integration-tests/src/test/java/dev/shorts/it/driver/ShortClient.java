package dev.shorts.it.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.http.ApiAnswer;
import dev.shorts.it.http.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** Has shorts made, from the POST to the file, as a client would. */
public final class ShortClient {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Platform platform;
  private final User user;

  public ShortClient(Platform platform, User user) {
    this.platform = platform;
    this.user = user;
  }

  /** The finished export of a scene of the sample; fails if it does not complete. */
  public ApiAnswer ofSample(String from, String to, String options) {
    var done = finished(platform.scene(sample(), from, to), options);
    assertThat(done.field("status")).as(done.shown()).isEqualTo("completed");
    return done;
  }

  public UUID sample() {
    return platform.video(user, Cloud.ROOT.resolve("samples/sample.mp4"));
  }

  /** The export of {@code scene} once it is completed or failed. */
  public ApiAnswer finished(UUID scene, String options) {
    var accepted = user.post(scene, options);
    assertThat(accepted.status()).as(accepted.shown()).isEqualTo(202);
    var id = accepted.field("export_id");
    Eventually.within(
        PATIENCE, () -> assertThat(user.get(id).text("status")).isIn("completed", "failed"));
    return user.get(id);
  }

  /** The file of a completed export, fetched by its presigned URL. */
  public Path download(ApiAnswer export, Path folder) {
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
