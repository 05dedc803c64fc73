package dev.shorts.it.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.driver.Cloud;
import dev.shorts.it.driver.Platform;
import dev.shorts.it.driver.User;
import dev.shorts.it.http.ApiAnswer;
import dev.shorts.it.http.RawRequest;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a body, the answer is one that openapi.yaml knows, and never a 5xx. */
class BodiesIT {

  private static final String MEDIUM = "{\"output_quality\": \"medium\"}";

  private final Platform platform = Cloud.shared().platform();
  private final User user = platform.newUser();
  private final UUID scene = platform.sceneWithoutVideo(user, "0", "10");
  private final RawRequest post =
      RawRequest.of("POST", "/v1/scenes/%s/export-short".formatted(scene));

  private ApiAnswer send(byte[] body, String type) {
    return user.send(post.header("Content-Type: " + type).body(body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{} {}",
        "{}garbage",
        "[]",
        "\"medium\"",
        "7",
        "true",
        "NaN",
        "-Infinity",
        "{\"output_quality\": NaN}",
        "{\"output_quality\": 1e400}",
        "{\"output_quality\": 0.1}",
        "{\"output_quality\": true}",
        "{\"output_quality\": [\"medium\"]}",
        "{\"output_quality\": {\"medium\": 1}}",
        "{\"output_quality\": \"Medium\"}",
        "{\"output_quality\": \"medium\", \"output_quality\": \"medium\"}",
        "{\"output_quality\": \"medium\", \"output_qualit\\u0079\": null}",
        "{\"Output_Quality\": \"medium\"}",
        "{\"\": \"medium\"}",
        "{\"__proto__\": {}}",
        "{\"output_quality\": \"med\\u0000ium\"}",
        "{\"\\u0000\": 1}",
        "{\"\\ud800\": 1}",
        "{\"output_quality\": \"\\udc00\"}",
        "{\"x\": \"\\ud83d\\ude00\", \"\\ud83d\\ude00\": 1}",
        "{/* */}",
        "{'output_quality': 'medium'}",
        "\ufeff{}",
        "{}\u0000",
        "\u0000",
        "\u2028{}",
        "\u2003"
      })
  void malformedOnesAreInvalidInputAsTextAndAsBase64(String body) {
    isInvalid(send(body.getBytes(UTF_8), "application/json"));
    isInvalid(send(body.getBytes(UTF_8), "application/octet-stream"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7b22ff223a317d", // {"\xff":1}
        "7b7dc0af", // an overlong slash
        "7b22eda080223a317d", // half a pair in three bytes
        "7b22f4908080223a317d", // beyond Unicode
        "7b22c3", // ends in the middle
        "fe",
        "0000007b0000007d",
        "1f8b08000000000000ff"
      })
  void whatIsNotUtf8IsInvalidInput(String hex) {
    var body = HexFormat.of().parseHex(hex);

    isInvalid(send(body, "application/json"));
    isInvalid(send(body, "application/octet-stream"));
  }

  @Test
  void otherEncodingsAreInvalidInputWhateverTheyAreSaidToBe() {
    for (Charset charset : new Charset[] {UTF_16, UTF_16LE, Charset.forName("UTF-32")}) {
      isInvalid(send(MEDIUM.getBytes(charset), "application/json"));
      isInvalid(send(MEDIUM.getBytes(charset), "application/json; charset=" + charset));
    }
    isInvalid(send("{\"é\": 1}".getBytes(ISO_8859_1), "application/json; charset=latin1"));
  }

  @Test
  void depthAndSizeEndAt4KiB() {
    isInvalid(send("[".repeat(4096).getBytes(UTF_8), "application/json"));
    isInvalid(send("{\"a\":".repeat(500).getBytes(UTF_8), "application/json"));
    isInvalid(send(padded(4097), "application/json"));
    isInvalid(send(padded(1_000_000), "application/octet-stream"));
    assertThat(send(padded(4096), "application/json").text("output_quality")).isEqualTo("medium");
    assertThat(send(padded(4096), "image/png").text("output_quality")).isEqualTo("medium");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=UTF-8",
        "APPLICATION/JSON",
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/octet-stream",
        "multipart/form-data; boundary=x",
        "a/b/c;;=,",
        "é"
      })
  void anyContentTypeIsReadAsJson(String type) {
    assertThat(send(MEDIUM.getBytes(UTF_8), type).text("output_quality")).isEqualTo("medium");
  }

  @Test
  void noneIsTheDefaults() {
    for (var request :
        new RawRequest[] {
          post,
          post.header("Content-Length: 0"),
          post.header("Content-Length: 0").header("Content-Type: application/json"),
          post.header("Content-Type:"),
          post.body("null".getBytes(UTF_8)),
          post.body(" \r\n\t".getBytes(UTF_8)),
          post.header("Transfer-Encoding: chunked").chunks("0\r\n\r\n".getBytes(UTF_8))
        }) {
      assertThat(user.send(request).text("output_quality")).isEqualTo("high");
    }
  }

  private static byte[] padded(int bytes) {
    return (MEDIUM + " ".repeat(bytes - MEDIUM.length())).getBytes(UTF_8);
  }

  private static void isInvalid(ApiAnswer answer) {
    assertThat(answer.status()).as(answer.shown()).isEqualTo(400);
    assertThat(answer.field("error_code")).isEqualTo("INVALID_INPUT");
  }
}
