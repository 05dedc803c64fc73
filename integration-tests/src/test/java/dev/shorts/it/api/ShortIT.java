package dev.shorts.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.driver.Cloud;
import dev.shorts.it.driver.Platform;
import dev.shorts.it.driver.ShortClient;
import dev.shorts.it.driver.User;
import dev.shorts.it.media.FrameNumbers;
import dev.shorts.it.media.Framing;
import dev.shorts.it.media.Sync;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scene becomes a short: from the POST to the frames of the file that a client downloads. */
class ShortIT {

  private static final Duration ONE_FRAME = Duration.ofNanos(1_000_000_000 / 30);

  private final Platform platform = Cloud.shared().platform();
  private final User user = platform.newUser();
  private final ShortClient shorts = new ShortClient(platform, user);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "center_crop, high, CENTER_CROP",
    "center_crop, medium, CENTER_CROP",
    "letterbox, high, LETTERBOX",
    "letterbox, medium, LETTERBOX"
  })
  void showsJustTheScene(String strategy, String quality, Framing framing) {
    var options =
        "{\"aspect_ratio_strategy\": \"%s\", \"output_quality\": \"%s\"}"
            .formatted(strategy, quality);

    // Frame 309 is shown from 10.3 s on; 2.9 s are 87 frames.
    var export = shorts.ofSample("10.3", "13.2", options);
    var file = shorts.download(export, folder);

    assertThat(export.field("resolution")).isEqualTo("1080x1920");
    assertThat((double) export.field("duration_s")).isBetween(2.89, 2.91);
    assertThat(export.field("aspect_ratio_strategy")).isEqualTo(strategy);
    assertThat(export.field("output_quality")).isEqualTo(quality);
    assertThat(FrameNumbers.of(file, framing).all()).isEqualTo(frames(309, 309 + 87));
    var sync = Sync.of(file, framing);
    assertThat(sync.beats()).extracting(Sync.Beat::second).containsExactly(11, 12, 13);
    assertThat(sync.worst()).isLessThan(ONE_FRAME);
  }

  @Test
  void aSceneThatEndsPastItsVideoIsCutToWhatIsThere() {
    var file = shorts.download(shorts.ofSample("46.5", "60", "{}"), folder);

    assertThat(FrameNumbers.of(file, Framing.CENTER_CROP).all()).isEqualTo(frames(1395, 1440));
  }

  @Test
  void isDownloadedUnderASensibleName() throws Exception {
    var export = shorts.ofSample("1", "2", "{\"output_quality\": \"medium\"}");
    var request = HttpRequest.newBuilder(URI.create(export.text("download_url"))).build();

    var answer = User.send(request);

    assertThat(answer.header("content-disposition"))
        .isEqualTo("attachment; filename=\"short-%s.mp4\"".formatted(export.field("export_id")));
    assertThat(answer.header("content-type")).isEqualTo("video/mp4");
  }

  @Test
  void aVideoThatIsGoneFailsWithASentence() {
    var export = shorts.finished(platform.sceneWithoutVideo(user, "0", "5"), "{}");

    assertThat(export.field("status")).isEqualTo("failed");
    assertThat(export.text("error_message")).contains("no longer there");
    assertThat(export.field("completed_at")).isNotNull();
    assertThat(export.field("download_url")).isNull();
  }

  @Test
  void aFileThatIsNoVideoFailsWithASentence() throws Exception {
    var text = Files.writeString(folder.resolve("notes.mp4"), "These are notes.\n".repeat(1000));

    var export = shorts.finished(platform.scene(platform.video(user, text), "0", "5"), "{}");

    assertThat(export.field("status")).isEqualTo("failed");
    assertThat(export.text("error_message")).contains("not a video");
  }

  @Test
  void aSceneOutsideItsVideoFailsWithASentence() {
    var export = shorts.finished(platform.scene(shorts.sample(), "100", "110"), "{}");

    assertThat(export.field("status")).isEqualTo("failed");
    assertThat(export.text("error_message")).contains("outside");
  }

  private static List<Integer> frames(int first, int end) {
    return IntStream.range(first, end).boxed().toList();
  }
}
