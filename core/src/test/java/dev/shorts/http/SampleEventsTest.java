package dev.shorts.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.export.ExportId;
import dev.shorts.export.SceneId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The files of {@code events/} are what the handlers read, on the routes of the template. */
class SampleEventsTest {

  private static final Path ROOT = Path.of("..");

  @Test
  void createNamesACallerASceneAndOptions() throws IOException {
    var request = event("create-export");

    assertThat(request.user()).isNotNull();
    assertThat(SceneId.parse(request.pathParameter("scene_id"))).isPresent();
    assertThat(request.header("idempotency-key")).isPresent();
    assertThat(new String(request.body(), UTF_8)).contains("letterbox");
    isARouteOfTheTemplate(request);
  }

  @Test
  void getNamesACallerAndAnExport() throws IOException {
    var request = event("get-export");

    assertThat(request.user()).isNotNull();
    assertThat(ExportId.parse(request.pathParameter("export_id"))).isPresent();
    isARouteOfTheTemplate(request);
  }

  private static void isARouteOfTheTemplate(HttpRequest request) throws IOException {
    var path = request.routeKey().split(" ")[1];
    assertThat(Files.readString(ROOT.resolve("template.yaml"))).contains("Path: " + path);
  }

  private static HttpRequest event(String name) throws IOException {
    return HttpRequest.parse(Files.readAllBytes(ROOT.resolve("events/" + name + ".json")));
  }
}
