package dev.shorts.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.driver.Cloud;
import dev.shorts.it.driver.Platform;
import dev.shorts.it.driver.User;
import dev.shorts.it.http.ApiAnswer;
import dev.shorts.it.http.EmbeddedMetricFormat;
import dev.shorts.it.http.Eventually;
import dev.shorts.it.http.LogLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the log tells what happened, and holds no text of a caller. */
class LogIT {

  private static final String CANARY = "canary-in-a-mine";

  /**
   * Header and payload of a signed token; "eyJ" alone is now and then the start of a request id.
   */
  private static final Pattern A_TOKEN = Pattern.compile("eyJ[\\w-]+\\.eyJ[\\w-]+");

  private static final List<String> FUNCTIONS =
      List.of("CreateExportFunction", "GetExportFunction", "TranscodeFunction", "CleanupFunction");

  @TempDir private Path folder;

  private final Platform platform = Cloud.shared().platform();
  private final User user = platform.newUser();
  private final EmbeddedMetricFormat format = new EmbeddedMetricFormat();

  @Test
  void saysWhatHappenedAndKeepsWhatIsACallersOwn() throws IOException {
    var made = user.post(platform.scene(video(), "0", "0.5"), "{}", "idempotency-key", CANARY);
    var failed = user.post(platform.scene(missingVideo(), "0", "1")).text("export_id");
    user.post(platform.scene(video(), "0", "1"), "{\"%s\": 1}".formatted(CANARY));
    user.post(platform.scene(video(), "0", "1"), "{}", "idempotency-key", CANARY + ",");
    user.post(platform.scene(video(), "0", "1"), "{}", "idempotency-key", CANARY);
    user.withToken(CANARY).post(CANARY);
    var done = finished(made.text("export_id"));
    finished(failed);
    user.get(CANARY);
    platform.fire("CleanupFunctionExpire");

    assertThat(done.text("download_url")).contains("X-Amz-Signature");
    nobodysOwnIsIn(done);
    everyLineSaysWhenHowBadAndForWhom();
    aFailedExportsStoryIsTold(failed);
    everyLinesMetricsAreWhatCloudWatchTakes();
  }

  private void nobodysOwnIsIn(ApiAnswer done) {
    var signature = done.text("download_url").replaceAll(".*X-Amz-Signature=(\\w+).*", "$1");
    assertThat(lines())
        .isNotEmpty()
        .noneMatch(line -> line.contains(CANARY))
        .noneMatch(line -> line.contains("X-Amz-"))
        .noneMatch(line -> line.contains(signature))
        .noneMatch(line -> line.contains("Bearer"))
        .noneMatch(line -> A_TOKEN.matcher(line).find());
  }

  private void everyLineSaysWhenHowBadAndForWhom() {
    assertThat(lines().map(LogLine::fields))
        .allSatisfy(line -> assertThat(line).containsKeys("time", "level", "event", "request_id"));
  }

  private void aFailedExportsStoryIsTold(String export) {
    var story =
        lines().map(LogLine::fields).filter(line -> export.equals(line.get("export_id"))).toList();

    assertThat(story)
        .extracting(line -> line.get("event"))
        .filteredOn(event -> !event.equals("looked"))
        .containsExactly("accepted", "claimed", "source refused", "ended");
    assertThat(story)
        .anySatisfy(
            line ->
                assertThat(line)
                    .containsEntry("event", "ended")
                    .containsEntry("attempt", 1)
                    .containsEntry("outcome", "FAILED")
                    .containsEntry("reason", "GONE")
                    .containsEntry("by", "worker"));
  }

  private void everyLinesMetricsAreWhatCloudWatchTakes() {
    var measured = lines().filter(line -> line.contains("\"_aws\"")).toList();

    assertThat(measured).allSatisfy(line -> assertThat(format.errors(line)).as(line).isEmpty());
    assertThat(measured.stream().flatMap(LogIT::metrics))
        .contains(
            "ExportsCreated",
            "QuotaStatementTime",
            "TimeInQueue",
            "EncodeSpeed",
            "BytesRead",
            "TimeToTranscode",
            "ExportsCompleted",
            "ExportsFailed",
            "Sweeps",
            "CleanupRuns",
            "CleanupDeleted");
  }

  /** A video whose name is its owner's text. */
  private UUID video() throws IOException {
    var file = folder.resolve(CANARY + ".mp4");
    if (!Files.exists(file)) {
      Files.copy(Cloud.ROOT.resolve("samples/sample.mp4"), file);
    }
    return platform.video(user, file);
  }

  private UUID missingVideo() {
    return platform.videoAt(user, "videos/" + CANARY + ".mp4");
  }

  private ApiAnswer finished(String export) {
    Eventually.within(
        Duration.ofMinutes(2),
        () -> assertThat(user.get(export).text("status")).isIn("completed", "failed"));
    return user.get(export);
  }

  /** Ours; Lambda's own reports stand between them. */
  private Stream<String> lines() {
    return FUNCTIONS.stream()
        .flatMap(function -> platform.log(function).stream())
        .filter(line -> line.startsWith("{") && !line.contains("\"type\":\"platform."));
  }

  private static Stream<String> metrics(String line) {
    var directives =
        (List<?>) ((Map<?, ?>) LogLine.fields(line).get("_aws")).get("CloudWatchMetrics");
    return directives.stream()
        .flatMap(directive -> ((List<?>) ((Map<?, ?>) directive).get("Metrics")).stream())
        .map(metric -> (String) ((Map<?, ?>) metric).get("Name"));
  }
}
