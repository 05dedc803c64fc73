package dev.shorts.transcode;

import static dev.shorts.transcode.Jobs.CLAIMED;
import static dev.shorts.transcode.Jobs.EXPORT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.log.LogLines;
import dev.shorts.transcode.ffmpeg.FakePrograms;
import dev.shorts.transcode.problem.SourceProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How tries end that make no short; those that make one need the real FFmpeg: TranscodeIT. */
class TranscodeTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  /** A video of four seconds; the scene is the 45 frames from the thirtieth on. */
  private static final String PROBED =
      """
      case "$*" in *"-of compact "*)
        for n in $(seq 0 119); do
          echo "packet|pts=$n|dts=$n|duration=1|flags=K__"
          echo "frame|pts=$n|best_effort_timestamp=$n|duration=1"
        done
        exit;;
      esac
      echo '{"format": {"format_name": "mov,mp4,m4a,3gp,3g2,mj2", "nb_streams": 1}, "streams": [
        {"index": 0, "codec_type": "video", "codec_name": "h264", "width": 64, "height": 64,
         "time_base": "1/30", "r_frame_rate": "30/1", "avg_frame_rate": "30/1"}]}'
      """;

  /** Writes the log of an encode, a line for each frame, from the file that follows. */
  private static final String LOGGED =
      "for name; do case $name in *.frames) (%s) >$name;; esac; file=$name; done;";

  private static final String ALL_FRAMES = "for n in $(seq 30 74); do echo $n:$n; done";

  @TempDir private Path root;

  private final ScriptedDatabase database = ScriptedDatabase.agreeing(() -> CLAIMED);
  private final LogLines log = new LogLines();
  private FakePrograms programs;
  private Duration limit = Duration.ofMinutes(1);

  @BeforeEach
  void upload() throws IOException {
    Files.createDirectories(root.resolve("sources"));
    Files.writeString(root.resolve("sources/cat.mov"), "a video");
    programs = new FakePrograms(root).ffprobe(PROBED).ffmpeg("exit 0");
  }

  @Test
  void finishedExportsAndExportsOfOtherWorkersAreLeftAlone() {
    database.answer("claim", Map.of("outcome", "nothing_to_do"));
    assertThat(transcode()).isEqualTo(MessageOutcome.NOTHING_TO_DO);

    database.answer("claim", Map.of("outcome", "held"));
    assertThat(transcode()).isEqualTo(MessageOutcome.HELD);

    assertThat(database.asked()).containsOnly("claim max_attempts=3");
  }

  @Test
  void exportFailsWhenTheSourceIsMissing() throws IOException {
    Files.delete(root.resolve("sources/cat.mov"));

    assertFails(SourceProblem.GONE);
  }

  @ParameterizedTest
  @CsvSource({
    "/cat.mov, LEADING_SLASH",
    "s3://sources/cat.mov, URL",
    "sources/cat.mov, BUCKET_NAME",
    "my%20cat.mov, PERCENT_ENCODED"
  })
  void exportFailsWithTheFormOfAStoragePathThatIsNoKey(String path, String form) {
    var claimed = new HashMap<>(CLAIMED);
    claimed.put("source_path", path);
    database.answer("claim", claimed);

    assertFails(SourceProblem.NOT_A_KEY);
    assertThat(log.events()).containsExactly("claimed", "source refused", "ended");
    assertThat(log.lines().get(1))
        .containsEntry("problem", "NOT_A_KEY")
        .containsEntry("form", form);
    assertThat(log.metrics())
        .containsExactly(
            "StoragePathsNotKeys 1 Count by Form=" + form,
            "ExportsFailed 1 Count by Reason=NOT_A_KEY");
    assertThat(log.lines().toString()).doesNotContain("cat.mov");
  }

  @Test
  void exportFailsWhenTheSourceIsNoVideo() {
    programs.ffprobe("echo 'Invalid data found when processing input' >&2; exit 1");

    assertFails(SourceProblem.NOT_A_VIDEO);
    assertThat(log.lines().toString()).contains("probe: exit 1: Invalid data found");
  }

  @Test
  void exportFailsWhenTheSceneCantBePlanned() {
    programs.ffprobe("echo '{\"format\": {\"nb_streams\": 1}}'");

    assertFails(SourceProblem.NOT_A_VIDEO);
  }

  @Test
  void exportFailsWhenTheSourceIsDamaged() {
    programs.ffmpeg("echo 'Error while decoding' >&2; exit 69");

    assertFails(SourceProblem.DAMAGED);
  }

  @Test
  void exportFailsWhenTooManyFramesAreMissing() {
    var some = "for n in $(seq 30 74); do n=$((n > 69 ? 69 : n)); echo $n:$n; done";
    programs.ffmpeg(LOGGED.formatted(some));

    assertFails(SourceProblem.PICTURES_MISSING);
    assertThat(log.lines().toString()).contains("encode: 5 of 45 frames");
  }

  @Test
  void shortWithUnplannedFramesIsNotDelivered() {
    programs.ffmpeg(LOGGED.formatted("for n in $(seq 31 75); do echo $n:$n; done"));

    assertFails(SourceProblem.NOT_PROVED);
    assertThat(log.lines().toString()).contains("encode: Different[row=");
  }

  @Test
  void exportFailsWhenEncodingTimesOut() {
    programs.ffmpeg("exec sleep 60");
    limit = Duration.ofMillis(500);

    assertFails(SourceProblem.TOO_SLOW);
  }

  @Test
  void shortThatFailsVerificationIsNotDelivered() {
    programs.ffmpeg(LOGGED.formatted(ALL_FRAMES) + "echo 'no MP4' >\"$file\"");

    assertFails(SourceProblem.NOT_PROVED);
    assertThat(root.resolve("exports")).doesNotExist();
  }

  @Test
  void jobIsReleasedWhenTheMachineFails() {
    programs.ffmpeg("kill -9 $$");

    assertThat(transcode()).isEqualTo(MessageOutcome.RELEASED);
    assertThat(database.asked())
        .containsExactly(
            "claim max_attempts=3",
            "release max_attempts=3"
                + " error_message=Something went wrong on our side. Please create a new export.");
  }

  @Test
  void lastFailedAttemptFailsTheExport() {
    programs.ffmpeg("kill -9 $$");
    database.answer("release", Map.of("outcome", "failed"));

    assertThat(transcode()).isEqualTo(MessageOutcome.FAILED);
  }

  @Test
  void outcomeIsLostWhenAnotherWorkerHasTheJob() {
    programs.ffprobe("exit 1");
    database.answer("fail", Map.of("held", false));

    assertThat(transcode()).isEqualTo(MessageOutcome.LOST);
  }

  @Test
  void noFileRemainsAfterAJob() {
    programs.ffmpeg("exit 1");
    transcode();

    assertThat(root.resolve("work")).doesNotExist();
  }

  @Test
  void failureIsLoggedWithReasonAndAttempt() {
    programs.ffprobe("echo 'Invalid data found when processing input' >&2; exit 1");
    transcode();

    assertThat(log.events()).containsExactly("claimed", "source refused", "ended");
    assertThat(log.lines().getLast())
        .containsEntry("attempt", 2)
        .containsEntry("outcome", "FAILED")
        .containsEntry("reason", "NOT_A_VIDEO")
        .containsEntry("by", "worker");
    assertThat(log.metrics()).containsExactly("ExportsFailed 1 Count by Reason=NOT_A_VIDEO");
  }

  @Test
  void failureByTheClaimIsLogged() {
    database.answer("claim", Map.of("outcome", "failed", "reason", "GAVE_UP_TIME", "attempt", 1));

    assertThat(transcode()).isEqualTo(MessageOutcome.FAILED);
    assertThat(log.lines().getLast())
        .containsEntry("attempt", 1)
        .containsEntry("reason", "GAVE_UP_TIME")
        .containsEntry("by", "claim");
    assertThat(log.metrics())
        .containsExactly(
            "ExportsFailed 1 Count by Reason=GAVE_UP_TIME", "ExportsPastDeadline 1 Count");
  }

  @Test
  void failureOfTheLastAttemptIsLogged() {
    programs.ffmpeg("kill -9 $$");
    database.answer("release", Map.of("outcome", "failed"));
    transcode();

    assertThat(log.events()).containsExactly("claimed", "try failed", "ended");
    assertThat(log.lines().get(1).get("cause").toString()).contains("encode: ");
    assertThat(log.metrics()).containsExactly("ExportsFailed 1 Count by Reason=GAVE_UP_TRIES");
  }

  private void assertFails(SourceProblem problem) {
    assertThat(transcode()).isEqualTo(MessageOutcome.FAILED);
    assertThat(database.asked())
        .containsExactly("claim max_attempts=3", "fail error_message=" + problem.sentence());
  }

  private MessageOutcome transcode() {
    InstantSource clock = InstantSource.fixed(NOON);
    var transcode =
        Jobs.worker(database, new FolderStore(root), root, programs.binaries(), 1, clock);
    return transcode.transcode(EXPORT, NOON.plus(limit), log.log());
  }
}
