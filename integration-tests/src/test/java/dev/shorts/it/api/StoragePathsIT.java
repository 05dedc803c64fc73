package dev.shorts.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.driver.Cloud;
import dev.shorts.it.driver.Platform;
import dev.shorts.it.driver.ShortClient;
import dev.shorts.it.driver.User;
import dev.shorts.it.http.ApiAnswer;
import dev.shorts.it.http.LogLine;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Storage paths of the platform that are no keys of its bucket, and one that only looks so. */
class StoragePathsIT {

  private final Platform platform = Cloud.shared().platform();
  private final User user = platform.newUser();
  private final ShortClient shorts = new ShortClient(platform, user);

  @ParameterizedTest
  @CsvSource({
    "/%2$s, LEADING_SLASH",
    "s3://%1$s/%2$s, URL",
    "https://%1$s.s3.eu-central-1.amazonaws.com/%2$s, URL",
    "%1$s/%2$s, BUCKET_NAME",
    "a%%20%2$s, PERCENT_ENCODED",
    "'%2$s\n', WHITE_SPACE",
    "%2$s/, FOLDER"
  })
  void aPathThatIsNoKeyFailsAtTheFirstTryAndItsFormIsLogged(String path, String form) {
    var name = UUID.randomUUID() + ".mp4"; // S3 has nothing there, whatever is made of the path
    var video = platform.videoAt(user, path.formatted(platform.videos().name(), name));

    var export = shorts.finished(platform.scene(video, "0", "5"), "{}");

    assertThat(export.field("status")).isEqualTo("failed");
    assertThat(export.field("error_message"))
        .isEqualTo(
            "The video can't be found where the platform says it is. Please tell the operator.");
    assertThat(export.field("completed_at")).isNotNull();
    var story = story(export);
    assertThat(story)
        .extracting(line -> line.get("event"))
        .containsExactly("claimed", "source refused", "ended");
    assertThat(story.get(1))
        .containsEntry("problem", "NOT_A_KEY")
        .containsEntry("form", form)
        .containsEntry("StoragePathsNotKeys", 1);
    assertThat(story.toString()).doesNotContain(name);
  }

  @ParameterizedTest
  @CsvSource({"''", "'  '"})
  void anEmptyPathIsAVideoThatIsNotThere(String path) {
    var export = shorts.finished(platform.scene(platform.videoAt(user, path), "0", "5"), "{}");

    assertThat(export.field("status")).isEqualTo("failed");
    assertThat(export.text("error_message")).startsWith("The video of this scene is not there.");
    assertThat(story(export)).extracting(line -> line.get("event")).containsExactly("ended");
  }

  @Test
  void aKeyThatBeginsWithTheNameOfTheBucketIsRead() {
    var key = "%s/%s.mp4".formatted(platform.videos().name(), UUID.randomUUID());
    platform.videos().put(key, Cloud.ROOT.resolve("samples/sample.mp4"));

    var export = shorts.finished(platform.scene(platform.videoAt(user, key), "1", "1.5"), "{}");

    assertThat(export.field("status")).as(export.shown()).isEqualTo("completed");
  }

  /** What the transcoder has logged of an export, in order. */
  private List<Map<String, Object>> story(ApiAnswer export) {
    return lines().filter(line -> export.field("export_id").equals(line.get("export_id"))).toList();
  }

  private Stream<Map<String, Object>> lines() {
    return platform.log("TranscodeFunction").stream().map(LogLine::fields);
  }
}
