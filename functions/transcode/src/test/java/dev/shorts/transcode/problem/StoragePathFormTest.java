package dev.shorts.transcode.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoragePathFormTest {

  private static final String BUCKET = "sources";

  @ParameterizedTest
  @CsvSource({
    "/cat.mov, LEADING_SLASH",
    "//sources/cat.mov, LEADING_SLASH",
    "/, LEADING_SLASH",
    "s3://sources/cat.mov, URL",
    "S3://sources/cat.mov, URL",
    "https://sources.s3.amazonaws.com/cat.mov?X-Amz-Expires=60, URL",
    "web+video.1://cat, URL",
  })
  void aPathThatIsNoKeyByTheContractIsToldWithoutS3(String path, StoragePathForm form) {
    assertThat(StoragePathForm.ofNoKey(path)).contains(form);
  }

  @Test
  void lengthOfAKeyIsLimitedInBytes() {
    assertThat(StoragePathForm.ofNoKey("a".repeat(1024))).isEmpty();
    assertThat(StoragePathForm.ofNoKey("a".repeat(1025))).contains(StoragePathForm.TOO_LONG);
    assertThat(StoragePathForm.ofNoKey("ü".repeat(513))).contains(StoragePathForm.TOO_LONG);
  }

  @ParameterizedTest
  @CsvSource({
    "sources/cat.mov, BUCKET_NAME",
    "sources/, BUCKET_NAME",
    "my%20cat.mov, PERCENT_ENCODED",
    "videos%2fcat.mov, PERCENT_ENCODED",
    "'cat.mov\n', WHITE_SPACE",
    "'cat.mov\r\n', WHITE_SPACE",
    "'cat.mov ', WHITE_SPACE",
    "' cat.mov', WHITE_SPACE",
    "'\u0001cat.mov', WHITE_SPACE",
    "' s3://sources/cat.mov', WHITE_SPACE",
    "videos/, FOLDER",
  })
  void aPathThatCouldBeAKeyIsToldOnlyWhereS3HasNothing(String path, StoragePathForm form) {
    assertThat(StoragePathForm.ofNoKey(path)).isEmpty();
    assertThat(StoragePathForm.ofMissing(path, BUCKET)).contains(form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cat.mov",
        "videos/my cat.mov",
        "videos/100%.mov",
        "videos/50%.mov",
        "sources.mov",
        "videos/sources/cat.mov",
        "videos/a://b",
        "://cat.mov",
        "s3:/cat.mov",
        "line\nbreak.mov",
        "Bär + Katze.mov"
      })
  void anyOtherPathHasNoForm(String path) {
    assertThat(StoragePathForm.ofMissing(path, BUCKET)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"LEADING_SLASH", "URL", "TOO_LONG"})
  void thePreflightCountsByTheSameNames(StoragePathForm form) throws IOException {
    var preflight =
        Path.of(
            "../migrate/src/main/java/dev/shorts/migrate/preflight/platform/StoragePathCheck.java");

    assertThat(Files.readString(preflight)).contains('"' + form.name() + '"');
  }

  @Test
  void theOperatorsManualExplainsEach() throws IOException {
    var manual = Files.readString(Path.of("../../docs/operations.md"));

    assertThat(StoragePathForm.values())
        .allSatisfy(form -> assertThat(manual).contains("| `" + form.name() + "` |"));
  }
}
