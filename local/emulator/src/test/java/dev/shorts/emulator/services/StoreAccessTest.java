package dev.shorts.emulator.services;

import static dev.shorts.emulator.services.TestStore.assertStatus;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

class StoreAccessTest {

  private static final HttpClient BROWSER = HttpClient.newHttpClient();

  @TempDir static Path folder;
  private static TestStore store;

  @BeforeAll
  static void start() throws Exception {
    store = new TestStore(folder);
  }

  @AfterAll
  static void stop() {
    BROWSER.close();
    store.close();
  }

  @Test
  void aPresignedUrlSetsTheFileNameAndExpires() throws Exception {
    store.put("short", "bytes", _ -> {});
    store.put("other", "bytes", _ -> {});

    var answer = open(presign(Clock.systemUTC()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("bytes");
    assertThat(answer.headers().firstValue("content-disposition"))
        .hasValue("attachment; filename=\"short.mp4\"");

    var anHourAgo = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
    assertThat(open(presign(anHourAgo)).statusCode()).isEqualTo(403);
    var forged = URI.create(presign(Clock.systemUTC()).toString().replace("/short", "/other"));
    assertThat(open(forged).statusCode()).isEqualTo(403);
  }

  @Test
  void wrongCredentialsAreRefused() throws Exception {
    store.put("secret", "bytes", _ -> {});

    try (var stranger = store.client("guess")) {
      assertStatus(403, () -> stranger.getObject(b -> b.bucket("exports").key("secret")));
    }
    assertThat(open(URI.create(store.url() + "/exports/secret")).statusCode()).isEqualTo(403);
  }

  private static URI presign(Clock clock) {
    var request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .uri(URI.create(store.url() + "/exports/short"))
            .putRawQueryParameter(
                "response-content-disposition", "attachment; filename=\"short.mp4\"")
            .build();
    return AwsV4HttpSigner.create()
        .sign(
            b ->
                b.identity(AwsBasicCredentials.create("local", "secret"))
                    .request(request)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                    .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, Duration.ofMinutes(5))
                    .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                    .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, clock))
        .request()
        .getUri();
  }

  private static HttpResponse<String> open(URI uri) throws Exception {
    return BROWSER.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
