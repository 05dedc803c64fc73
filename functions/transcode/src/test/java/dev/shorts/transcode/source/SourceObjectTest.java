package dev.shorts.transcode.source;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shorts.transcode.FolderStore;
import dev.shorts.transcode.problem.SourceException;
import dev.shorts.transcode.problem.SourceProblem;
import dev.shorts.transcode.problem.StoragePathForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

class SourceObjectTest {

  @TempDir private Path root;

  private Path video;

  @BeforeEach
  void upload() throws IOException {
    video = Files.createDirectories(root.resolve("sources")).resolve("cat.mov");
    Files.writeString(video, "0123456789");
  }

  @Test
  void rangeOfTheObjectIsRead() throws Exception {
    try (var part = open("cat.mov").read(2, 5)) {
      assertThat(part.readAllBytes()).asString(US_ASCII).isEqualTo("2345");
    }
    assertThat(open("cat.mov").size()).isEqualTo(10);
  }

  @Test
  void missingObjectIsReportedAsGone() throws Exception {
    var source = open("cat.mov");
    Files.delete(video);

    assertProblem(SourceProblem.GONE, () -> open("cat.mov"));
    assertProblem(SourceProblem.GONE, () -> source.read(0, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cat.mov", "s3://sources/cat.mov", "https://host/sources/cat.mov"})
  void doesNotAskS3ForWhatIsNoKey(String path) {
    S3Client down = new FolderStore(null); // any request fails

    assertProblem(SourceProblem.NOT_A_KEY, () -> new SourceBucket(down, "sources").open(path));
  }

  @Test
  void formOfAMissingPathIsReported() {
    assertThatExceptionOfType(SourceException.class)
        .isThrownBy(() -> open("sources/cat.mov"))
        .satisfies(
            e -> {
              assertThat(e.problem()).isEqualTo(SourceProblem.NOT_A_KEY);
              assertThat(e.form()).contains(StoragePathForm.BUCKET_NAME);
              assertThat(e.getMessage()).doesNotContain("cat");
            });
  }

  @Test
  void keyThatBeginsWithTheBucketNameIsRead() throws Exception {
    Files.createDirectories(root.resolve("sources/sources"));
    var copy = Files.copy(video, root.resolve("sources/sources/cat.mov"));

    var source = open("sources/cat.mov");
    Files.delete(copy);

    assertThat(source.size()).isEqualTo(10);
    assertProblem(SourceProblem.GONE, () -> source.read(0, 1));
  }

  @Test
  void replacedObjectIsReportedAsChanged() throws Exception {
    var source = open("cat.mov");
    Files.writeString(video, "abcdefghij");

    assertProblem(SourceProblem.CHANGED, () -> source.read(0, 1));
  }

  private SourceObject open(String key) throws InterruptedException {
    return new SourceBucket(new FolderStore(root), "sources").open(key);
  }

  private static void assertProblem(SourceProblem problem, ThrowingCallable action) {
    assertThatExceptionOfType(SourceException.class)
        .isThrownBy(action)
        .satisfies(e -> assertThat(e.problem()).isEqualTo(problem));
  }
}
