package dev.shorts.it.deploy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.shorts.it.driver.Cloud;
import dev.shorts.it.driver.Fault;
import dev.shorts.it.driver.Platform;
import dev.shorts.it.driver.ShortClient;
import dev.shorts.it.driver.TemplateCopy;
import dev.shorts.it.driver.User;
import dev.shorts.it.http.Eventually;
import dev.shorts.it.http.LogLine;
import dev.shorts.local.LocalCloudSettings;
import dev.shorts.local.StartException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;

/**
 * The local cloud is what the template says: an edited copy makes another cloud. Most of the time
 * this waits, so others may run meanwhile.
 */
@Tag("embedded") // tries what reads the template, and waits for rates of its own
@Execution(CONCURRENT)
class TemplateEditsIT {

  /** At which the sample is read in about the time that it plays. */
  private static final int A_SECOND_A_SECOND = 100_000;

  private static final Duration SOME_MINUTES = Duration.ofMinutes(4);

  @TempDir private Path folder;
  private TemplateCopy template;

  @BeforeEach
  void copy() throws IOException {
    template = TemplateCopy.at(folder.resolve("template.yaml"));
  }

  @Test
  void everyEditIsSeenAtWork() throws Exception {
    template.edit(
        "GetExportFunction:", "Path: /v1/exports/{export_id}", "Path: /v2/exports/{export_id}");
    template.edit(
        "GetExportFunction:", "EXPORT_BUCKET: !Ref ExportBucket", "EXPORT_BUCKET: elsewhere");
    template.edit("TranscodeFunction:", "Timeout: 900", "Timeout: 20");
    template.edit("TranscodeFunction:", "BatchSize: 1", "BatchSize: 10");
    template.edit("CleanupFunction:", "Schedule: rate(5 minutes)", "Schedule: rate(1 minute)");

    try (var cloud = Cloud.start(settings(), "endpoints-edited.json")) {
      var platform = cloud.platform();
      var user = platform.newUser();
      platform.wires().on(Fault.s3("GetObject").slows(A_SECOND_A_SECOND).always().about(user.id()));
      var scene = platform.scene(new ShortClient(platform, user).sample(), "0", "40");
      var ids = IntStream.range(0, 6).mapToObj(_ -> user.post(scene).text("export_id")).toList();

      theRouteHasMoved(user, ids.getFirst());
      theTimeOutIsTooShortFor(ids, platform);
      messagesCameSeveralAtATime(platform);
      theVariableIsAnother(user, platform, ids.getFirst());
      theScheduleFiresEveryMinute(platform);
    }
  }

  @Test
  void aPropertyItDoesNotKnowStopsItByName() throws IOException {
    template.edit("TranscodeQueue:", "SqsManagedSseEnabled: true", "ContentBasedNonsense: true");

    assertThatThrownBy(() -> Cloud.start(settings(), "endpoints-refused.json"))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("TranscodeQueue")
        .hasMessageContaining("ContentBasedNonsense");
  }

  private static void theRouteHasMoved(User user, String id) {
    assertThat(user.call("GET", "/v1/exports/" + id).field("error_code")).isEqualTo("NOT_FOUND");
    assertThat(user.call("GET", "/v2/exports/" + id).field("export_id")).isEqualTo(id);
  }

  /** 40 seconds take longer than 20 to read, and then the next of the batch have no time left. */
  private static void theTimeOutIsTooShortFor(List<String> ids, Platform platform) {
    Eventually.within(
        SOME_MINUTES,
        () ->
            assertThat(platform.sql("select distinct error_message from scene_exports"))
                .hasSize(1)
                .allMatch(message -> message != null && message.contains("too long")));
    assertThat(platform.sql("select id from scene_exports where status = 'failed'"))
        .hasSameSizeAs(ids);
  }

  private static void messagesCameSeveralAtATime(Platform platform) {
    var exportsByRequest =
        platform.log("TranscodeFunction").stream()
            .map(LogLine::fields)
            .filter(line -> line.containsKey("export_id"))
            .collect(
                groupingBy(
                    line -> line.get("request_id"),
                    mapping(line -> line.get("export_id"), toSet())));
    assertThat(exportsByRequest.values()).anyMatch(exports -> exports.size() > 1);
  }

  private static void theVariableIsAnother(User user, Platform platform, String id) {
    platform.sql(
        """
        update scene_exports
           set status = 'completed', storage_path = 'x', file_size_bytes = 1, duration_s = 1,
               resolution = '1080x1920'
         where id = ?::uuid
        """,
        id);
    assertThat(user.call("GET", "/v2/exports/" + id).text("download_url"))
        .contains("/elsewhere/x?");
  }

  private static void theScheduleFiresEveryMinute(Platform platform) {
    Eventually.within(
        SOME_MINUTES,
        () -> assertThat(platform.log("CleanupFunction")).anyMatch(line -> line.contains("swe")));
  }

  private LocalCloudSettings settings() {
    return LocalCloudSettings.of(Cloud.ROOT).with(template.file(), Map.of());
  }
}
