package dev.shorts.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.emulator.events.Rate;
import dev.shorts.emulator.gateway.Cors;
import dev.shorts.emulator.lambda.FunctionSettings;
import dev.shorts.emulator.sam.TemplateFile;
import dev.shorts.emulator.services.QueueSettings;
import dev.shorts.emulator.template.Authorizer;
import dev.shorts.emulator.template.QueueEvent;
import dev.shorts.emulator.template.RouteEvent;
import dev.shorts.emulator.template.ScheduleEvent;
import dev.shorts.emulator.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateTest {

  private static final Path ROOT = Path.of("..");
  private static final Authorizer JWT =
      new Authorizer(URI.create("http://issuer"), List.of("shorts"));
  static final Map<String, String> PARAMETERS =
      Map.ofEntries(
          Map.entry("Issuer", "http://issuer"),
          Map.entry("Audience", "shorts"),
          Map.entry("DatabaseClusterArn", "arn:cluster"),
          Map.entry("OwnerSecretArn", "arn:owner"),
          Map.entry("DatabaseEndpoint", "127.0.0.1:5432"),
          Map.entry("DatabaseSubnets", "subnet-1"),
          Map.entry("DatabaseSecurityGroup", "sg-1"),
          Map.entry("SourceBucket", "sources"));

  @Test
  void functionsHaveTheSettingsOfTheTemplate() throws IOException {
    assertThat(read(PARAMETERS).functions())
        .contains(
            new FunctionSettings(
                "TranscodeFunction",
                new FunctionSettings.Code(
                    ROOT.resolve("functions/transcode/target/transcode.zip"),
                    "dev.shorts.transcode.TranscodeHandler",
                    List.of(ROOT.resolve("layers/ffmpeg/target/layer"))),
                "TranscodeRole",
                new FunctionSettings.Limits(3008, Duration.ofSeconds(900)),
                Map.of(
                    "DATABASE_CLUSTER_ARN", "arn:cluster",
                    "DATABASE_SECRET_ARN",
                        "arn:aws:secretsmanager:us-east-1:000000000000:secret:WorkerSecret",
                    "DATABASE_NAME", "shorts",
                    "SOURCE_BUCKET", "sources",
                    "EXPORT_BUCKET", "ref/ExportBucket",
                    "LEASE_S", "120",
                    "RENEW_S", "30",
                    "METRICS_NAMESPACE", "ShortsExport/shorts-local"),
                "JSON",
                Duration.ZERO))
        .extracting(FunctionSettings::name)
        .containsExactly(
            "CreateExportFunction",
            "GetExportFunction",
            "TranscodeFunction",
            "CleanupFunction",
            "MigrateFunction");
  }

  @Test
  void eventsAndResourcesAreThoseOfTheTemplate() throws IOException {
    var template = read(PARAMETERS);

    assertThat(template.events().routes())
        .containsExactly(
            new RouteEvent(
                "CreateExportFunction",
                "POST /v1/scenes/{scene_id}/export-short",
                Optional.of(JWT)),
            new RouteEvent("GetExportFunction", "GET /v1/exports/{export_id}", Optional.of(JWT)),
            new RouteEvent("GetExportFunction", "$default", Optional.empty()));
    assertThat(template.events().queues())
        .containsExactly(new QueueEvent("TranscodeFunction", "TranscodeQueue", 1, 2, true));
    assertThat(template.events().schedules())
        .containsExactly(
            new ScheduleEvent(
                "CleanupFunction",
                "CleanupFunctionExpire",
                new Rate(Duration.ofHours(1)),
                Optional.of("{\"task\": \"expire\"}")),
            new ScheduleEvent(
                "CleanupFunction",
                "CleanupFunctionSweep",
                new Rate(Duration.ofMinutes(5)),
                Optional.of("{\"task\": \"sweep\"}")));
    assertThat(template.resources().queues())
        .containsExactly(
            new QueueSettings("DeadLetterQueue", Duration.ofSeconds(30), Optional.empty()),
            new QueueSettings(
                "TranscodeQueue",
                Duration.ofSeconds(960),
                Optional.of(new QueueSettings.Redrive("DeadLetterQueue", 5))));
    assertThat(template.resources().buckets()).containsExactly("ExportBucket");
    assertThat(template.api().cors()).isEqualTo(Cors.NONE);
    assertThat(template.customResources())
        .singleElement()
        .satisfies(
            migration -> {
              assertThat(migration.name()).isEqualTo("Migration");
              assertThat(migration.type()).isEqualTo("Custom::Migration");
              assertThat(migration.function()).isEqualTo("MigrateFunction");
              assertThat(migration.properties()).containsEntry("Code", "1");
            });
  }

  @Test
  void aQueueIsReferredToByItsUrl() throws IOException {
    assertThat(read(PARAMETERS).functions().getFirst().environment())
        .containsEntry("TRANSCODE_QUEUE_URL", "ref/TranscodeQueue");
  }

  @Test
  void allowedOriginsEnableCors() throws IOException {
    var parameters = new HashMap<>(PARAMETERS);
    parameters.put("AllowedOrigins", "https://a.example, https://b.example");

    assertThat(read(parameters).api().cors())
        .isEqualTo(
            new Cors(
                List.of("https://a.example", "https://b.example"),
                List.of("GET", "POST"),
                List.of("authorization", "content-type", "idempotency-key"),
                List.of(
                    "location",
                    "retry-after",
                    "ratelimit-limit",
                    "ratelimit-remaining",
                    "ratelimit-reset"),
                Duration.ofHours(1)));
  }

  static Template read(Map<String, String> parameters) throws IOException {
    return TemplateFile.of(ROOT, ROOT.resolve("template.yaml")).read(parameters, id -> "ref/" + id);
  }
}
