package dev.shorts.it.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.emulator.host.LoopbackServer;
import dev.shorts.it.driver.Platform;
import dev.shorts.it.driver.ShortClient;
import dev.shorts.it.driver.SuperuserDatabase;
import dev.shorts.it.driver.User;
import dev.shorts.it.media.FrameNumbers;
import dev.shorts.it.media.Framing;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sam local} runs every function, in a container, on the services of a local cloud. */
@Tag("embedded") // what containers reach is the embedded services
class SamIT {

  /** As they stand in the files of {@code events/}. */
  private static final String USER = "0b6b2c1e-6f0d-4c59-9d6e-2f8f7f0a7a10";

  private static final String SCENE = "123e4567-e89b-12d3-a456-426614174000";
  private static final String EXPORT = "550e8400-e29b-41d4-a716-446655440000";
  private static final String RESPONSE_URL = "http://host.docker.internal:9999/answer";

  @TempDir private static Path folder;
  private static SamCloud cloud;
  private static Platform platform;

  private final SamCli sam = new SamCli(SamCloud.ENDPOINTS, folder);

  @BeforeAll
  static void start() throws Exception {
    cloud = SamCloud.start(folder);
    platform = cloud.cloud().platform();
  }

  @AfterAll
  static void stop() throws Exception {
    if (cloud != null) {
      cloud.stop();
    }
  }

  @Test
  void anExportGoesFromItsRequestToItsEnd() throws Exception {
    var user = platform.newUser();
    var shorts = new ShortClient(platform, user);
    var scene = platform.scene(shorts.sample(), "10.3", "11.3");

    var created =
        sam.request(
            "CreateExportFunction", "create-export.json", Map.of(USER, user.id(), SCENE, scene));
    assertThat(created.status()).as(created.shown()).isEqualTo(202);
    var export = created.text("export_id");
    assertThat(platform.queues().bodies("TranscodeQueue")).contains(job(export));

    var transcoded = sam.invoke("TranscodeFunction", "transcode.json", Map.of(EXPORT, export));
    assertThat(JsonCodec.MAPPER.readTree(transcoded))
        .isEqualTo(JsonCodec.MAPPER.readTree("{\"batchItemFailures\":[]}"));

    var completed =
        sam.request(
            "GetExportFunction", "get-export.json", Map.of(USER, user.id(), EXPORT, export));
    assertThat(completed.field("status")).as(completed.shown()).isEqualTo("completed");
    var file = shorts.download(completed, folder);
    assertThat(FrameNumbers.of(file, Framing.LETTERBOX).all())
        .isEqualTo(IntStream.range(309, 309 + 30).boxed().toList());

    platform.sql(
        """
        update scene_exports
           set created_at = created_at - interval '1 day',
               expires_at = expires_at - interval '1 day'
         where id = ?::uuid
        """,
        export);
    sam.invoke("CleanupFunction", "cleanup-expire.json", Map.of());
    assertThat(platform.bucket().exports()).isEmpty();
  }

  @Test
  void theSweepGivesADeadLetterAnotherTry() throws Exception {
    var user = platform.newUser();
    var export = user.post(platform.sceneWithoutVideo(user, "0", "10")).text("export_id");
    platform.queues().send("DeadLetterQueue", job(export));

    sam.invoke("CleanupFunction", "cleanup-sweep.json", Map.of());

    assertThat(platform.queues().bodies("DeadLetterQueue")).isEmpty();
    assertThat(platform.queues().bodies("TranscodeQueue"))
        .filteredOn(job(export)::equals)
        .hasSize(2);
  }

  @Test
  void anEmptyDatabaseIsMigrated() throws Exception {
    platform.sql("create database sam_empty owner shorts_owner");
    var endpoints = Files.readString(SamCloud.ENDPOINTS);
    var other = endpoints.replaceAll("(\"DATABASE_NAME\"\\s*:\\s*)\"shorts\"", "$1\"sam_empty\"");
    assertThat(other).isNotEqualTo(endpoints);
    var elsewhere = new SamCli(Files.writeString(folder.resolve("endpoints.json"), other), folder);
    var answer = new CompletableFuture<String>();

    try (var cloudFormation =
        new LoopbackServer(
            new InetSocketAddress(cloud.engine().address(), 0),
            exchange -> {
              answer.complete(new String(exchange.getRequestBody().readAllBytes()));
              exchange.sendResponseHeaders(200, -1);
            })) {
      elsewhere.invoke(
          "MigrateFunction", "migrate.json", Map.of(RESPONSE_URL, cloudFormation.url()));
    }

    assertThat(answer.getNow("no answer")).contains("\"Status\":\"SUCCESS\"");
    assertThat(migrations(new SuperuserDatabase(platform.database().url().resolve("/sam_empty"))))
        .isEqualTo(migrations(platform.database()))
        .isNotEmpty();
  }

  /** Who comes over the network has to say a password, and the superuser has none. */
  @Test
  void containersCantBeTheSuperuser() {
    var here = platform.database().url();
    var there = here.toString().replace("127.0.0.1", cloud.engine().address());

    assertThat(new SuperuserDatabase(here).sql("select current_user")).containsExactly("postgres");
    assertThatThrownBy(() -> new SuperuserDatabase(URI.create(there)).sql("select 1"))
        .hasMessageContaining("password authentication failed");
  }

  /** The authorizer isn't among what it plays, so no request has a caller. */
  @Test
  void startApiAnswersThoseWhoAreNobody() throws Exception {
    try (var api = sam.startApi(freePort())) {
      var export = User.send(get(api.url() + "/v1/exports/" + UUID.randomUUID()).build());
      var creation =
          User.send(
              get(api.url() + "/v1/scenes/%s/export-short".formatted(UUID.randomUUID()))
                  .POST(BodyPublishers.ofString("{}"))
                  .build());
      var nowhere = User.send(get(api.url() + "/v2/exports").build());

      assertThat(export.status()).isEqualTo(401);
      assertThat(export.field("error_code")).isEqualTo("UNAUTHORIZED");
      assertThat(creation.status()).isEqualTo(401);
      assertThat(nowhere.status()).isEqualTo(404);
      assertThat(nowhere.field("error_code")).isEqualTo("NOT_FOUND");
    }
  }

  private static String job(String export) {
    return "{\"export_id\":\"%s\"}".formatted(export);
  }

  private static HttpRequest.Builder get(String url) {
    return HttpRequest.newBuilder(URI.create(url));
  }

  private static List<String> migrations(SuperuserDatabase database) {
    return database.sql("select script from shorts_export_history where success order by 1");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
