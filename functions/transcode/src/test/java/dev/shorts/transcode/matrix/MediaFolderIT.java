package dev.shorts.transcode.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.OneExport;
import dev.shorts.transcode.fixture.Stock;
import dev.shorts.transcode.problem.SourceProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Videos that we didn't make: each becomes a proved short, or its owner is told why not. */
class MediaFolderIT {

  private static final String COMPLETED = "complete ";

  /** What the folder's README says of those that aren't whole. */
  private static final Map<String, String> TOLD =
      Map.of(
          "unreadable-codec-vvc.mp4",
              "fail error_message=" + SourceProblem.CODEC_NOT_READ.sentence(),
          "broken-bitstream.webm", "fail error_message=" + SourceProblem.DAMAGED.sentence(),
          "broken-header.mp4", "notice=The short has no sound: we can't read the video's sound.");

  private static final Set<String> WHOLE =
      Set.of(
          "landscape-720p-aac.mp4",
          "rotated-270.mp4",
          "phone-4k60-rotated.mp4",
          "hlg10-hevc.mp4",
          "edit-list-hlg.mp4",
          "hdr10-av1-portrait.mp4",
          "non-square-pixels-vp9.mp4",
          "surround-60fps-vp8.webm",
          "six-minutes-1080p.mp4",
          "mpeg2.ts",
          "no-audio.mp4",
          "odd-size-vp9.webm",
          "burned-timestamps-360p.mp4",
          "sports-camera-walk.mp4");

  /**
   * Two of this one's first nine pictures are missing: over a tenth of a scene as short as ours.
   */
  private static final String BEGINS_WITH_A_HOLE = "mpeg2.ts";

  @TempDir private Path root;

  @TestFactory
  Stream<DynamicTest> becomesAShortOrASentence() throws IOException {
    var folder = folder();
    if (!Files.isDirectory(folder)) {
      var skipped =
          "SKIPPED: no folder of real videos at %s; MEDIA_DIR names one".formatted(folder);
      System.err.println(skipped);
      return Stream.of(DynamicTest.dynamicTest(skipped, () -> Assumptions.abort(skipped)));
    }
    try (var files = Files.list(folder)) {
      return files.filter(file -> !file.toString().endsWith(".md")).sorted().toList().stream()
          .map(file -> DynamicTest.dynamicTest(name(file), () -> check(file)));
    }
  }

  private static Path folder() {
    return Path.of(Optional.ofNullable(System.getenv("MEDIA_DIR")).orElse("../../../shared/media"))
        .toAbsolutePath()
        .normalize();
  }

  private void check(Path video) throws IOException {
    var strategy = name(video).hashCode() % 2 == 0 ? "center_crop" : "letterbox";
    boolean late = name(video).equals(BEGINS_WITH_A_HOLE);
    var ended =
        new OneExport(root.resolve(name(video)))
            .run(video, strategy, late ? "1" : "0", late ? "1.4" : "0.4", 2);
    if (WHOLE.contains(name(video))) {
      assertThat(ended.said()).as(ended.log()).startsWith(COMPLETED).endsWith("notice=null");
    } else if (TOLD.containsKey(name(video))) {
      assertThat(ended.said()).as(ended.log()).endsWith(TOLD.get(name(video)));
    } else {
      assertThat(ended.said()).as(ended.log()).matches(MediaFolderIT::isCompletedOrSentence);
    }
    if (ended.completed()) {
      Stock.write(List.of("-xerror", "-i", ended.file().toString(), "-f", "null", "-"), _ -> {});
    }
  }

  private static boolean isCompletedOrSentence(String said) {
    return said.startsWith(COMPLETED)
        || Stream.of(SourceProblem.values())
            .anyMatch(problem -> said.equals("fail error_message=" + problem.sentence()));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
