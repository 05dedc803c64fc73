package dev.shorts.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.emulator.host.JsonCodec;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalCloudTest {

  @TempDir private Path directory;

  private final List<String> notices = new ArrayList<>();
  private LocalCloudSettings settings;

  @BeforeEach
  void write() throws IOException {
    settings = SmallCloud.in(directory);
  }

  @Test
  void everyServiceRunsAndLeavesNoFiles() throws Exception {
    try (var cloud = new LocalCloud(settings, notices::add)) {
      var endpoints = cloud.start();

      URI thing = URI.create(endpoints.api() + "/things/7");
      assertThat(send(HttpRequest.newBuilder(thing)).statusCode()).isEqualTo(401);
      var answer = send(HttpRequest.newBuilder(thing).header("Authorization", token(endpoints)));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("\"id\":\"7\"");
      var scheduled =
          send(
              HttpRequest.newBuilder(endpoints.controls().schedules().get("WorkHourly"))
                  .POST(BodyPublishers.noBody()));
      assertThat(scheduled.body())
          .contains("QUEUE=" + endpoints.sqs().queues().get("Jobs"))
          .contains("AWS_ENDPOINT_URL_RDS_DATA=http://127.0.0.1:")
          .contains("AWS_ENDPOINT_URL_S3=http://127.0.0.1:")
          .contains("AWS_ENDPOINT_URL_SQS=http://127.0.0.1:")
          .contains("AWS_ENDPOINT_URL_SECRETS_MANAGER=http://127.0.0.1:");
      assertThat(settings.work()).isNotEmptyDirectory();
    }
    assertThat(settings.work()).isEmptyDirectory();
    assertThat(notices).isEmpty();
  }

  @Test
  void aTakenPortIsNamedAndNoFilesAreLeft() throws Exception {
    try (var taken = new ServerSocket(0)) {
      var cloud = new LocalCloud(settings.at("127.0.0.1", taken.getLocalPort()), notices::add);

      assertThatThrownBy(cloud::start)
          .isInstanceOf(StartException.class)
          .hasMessageContaining("Port %d is taken".formatted(taken.getLocalPort()));
    }
    assertThat(settings.work()).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.77", "0.0.0.0"})
  void anAddressOfAnotherMachineIsNamed(String bind) {
    assertThatThrownBy(new LocalCloud(settings.at(bind, 0), notices::add)::start)
        .hasMessageContaining(bind + " is no address of this machine");
  }

  @Test
  void aFunctionThatDoesntStartIsNamedWithItsReason() throws Exception {
    edit("{QUEUE: !Ref Jobs}", "{REFUSE: environment lacks BUCKET}");

    assertThatThrownBy(new LocalCloud(settings, notices::add)::start)
        .isInstanceOf(StartException.class)
        .hasMessageContaining("Work doesn't start: ")
        .hasMessageContaining("environment lacks BUCKET")
        .hasMessageNotContaining("\n");
    assertThat(settings.work()).isEmptyDirectory();
  }

  @Test
  void aMissingZipAndAnUnknownPropertyAreNamed() throws Exception {
    edit("rate(1 hour)", "rate(1 hour), RoleArn: x");
    assertThatThrownBy(new LocalCloud(settings, notices::add)::start)
        .hasMessageContaining("doesn't know the property RoleArn");
    edit(", RoleArn: x", "");
    edit("work.zip", "nothing.zip");
    assertThatThrownBy(new LocalCloud(settings, notices::add)::start)
        .hasMessageContaining("nothing.zip");
  }

  private void edit(String before, String after) throws IOException {
    String text = Files.readString(settings.template());
    assertThat(text).contains(before);
    Files.writeString(settings.template(), text.replace(before, after));
  }

  private static String token(Endpoints endpoints) throws Exception {
    var answer =
        send(
            HttpRequest.newBuilder(URI.create(endpoints.issuer() + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("sub=550e8400-e29b-41d4-a716-446655440000")));
    return "Bearer " + JsonCodec.map(answer.body()).get("access_token");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.ofString());
    }
  }
}
