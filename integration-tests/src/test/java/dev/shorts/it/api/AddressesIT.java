package dev.shorts.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.driver.Cloud;
import dev.shorts.it.driver.Platform;
import dev.shorts.it.driver.User;
import dev.shorts.it.http.RawRequest;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd methods, addresses and headers. */
class AddressesIT {

  private final Platform platform = Cloud.shared().platform();
  private final User user = platform.newUser();
  private final UUID scene = platform.sceneWithoutVideo(user, "0", "10");
  private final RawRequest post =
      RawRequest.of("POST", "/v1/scenes/%s/export-short".formatted(scene));

  /** The id is written in another way than 8-4-4-4-12. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:uuid:%s",
        "%%7B%s%%7D",
        "%s%%20",
        "%s%%00",
        "%%00",
        "%s%%0A",
        "%s;x=1",
        "%s.json",
        "%s,%1$s",
        "%s'%%20OR%%20'1'='1",
        "%%FF%%FE",
        "%%D9%%A1",
        "%%EF%%BC%%91",
        "%%F0%%9F%%98%%80",
        ".",
        "..",
        "%%2e%%2e",
        "0",
        "-",
        "1-1-1-1-1",
        "null",
        "undefined",
        "%%25%%73"
      })
  void anIdThatIsNoUuidIsNotFound(String form) {
    var id = form.formatted(scene);

    assertThat(user.send(RawRequest.of("POST", "/v1/scenes/" + id + "/export-short")).shown())
        .isEqualTo(user.post(UUID.randomUUID()).shown());
    assertThat(user.send(RawRequest.of("GET", "/v1/exports/" + id)).shown())
        .isEqualTo(user.get(UUID.randomUUID()).shown());
  }

  @Test
  void aVeryLongIdIsNotFoundEither() {
    var answer = user.send(RawRequest.of("GET", "/v1/exports/" + "0123456789".repeat(800)));

    assertThat(answer.field("error_code")).isEqualTo("EXPORT_NOT_FOUND");
  }

  @Test
  void aVeryLongQueryIsOverlooked() {
    var query = "?%s=%s".formatted("name".repeat(15_000), "value".repeat(15_000));

    assertThat(user.send(RawRequest.of("POST", post.target() + query)).status()).isEqualTo(202);
  }

  @Test
  void anIdInCapitalsIsTheSame() {
    var capitals = scene.toString().toUpperCase(Locale.ROOT);

    var export = user.post(capitals);

    assertThat(export.field("scene_id")).isEqualTo(scene.toString());
    assertThat(user.get(export.text("export_id").toUpperCase(Locale.ROOT)).field("export_id"))
        .isEqualTo(export.field("export_id"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/exports/%s/",
    "GET, /v1/exports/",
    "GET, /v1/exports//%s",
    "GET, /v1/exports/a%%2Fb",
    "GET, /v1/exports/%%3Fx",
    "GET, /v1/exports/%s/../%1$s",
    "GET, //v1/exports/%s",
    "GET, /V1/exports/%s",
    "GET, /v1%%2Fexports",
    "GET, /v1/scenes/%s/export-short",
    "GET, /",
    "GET, /v1/exports",
    "POST, /v1/scenes/%s/export-short/",
    "POST, /v1/scenes//export-short",
    "POST, /v1/scenes/a%%2Fb/export-short",
    "POST, /v1/scenes/%s/Export-Short",
    "POST, /v1/exports/%s",
    "PUT, /v1/exports/%s",
    "PATCH, /v1/exports/%s",
    "DELETE, /v1/exports/%s",
    "OPTIONS, /v1/exports/%s",
    "TRACE, /v1/exports/%s",
    "BREW, /v1/scenes/%s/export-short"
  })
  void anyOtherAddressIsNotFound(String method, String path) {
    var answer = user.send(RawRequest.of(method, path.formatted(scene)));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.field("error_code")).isEqualTo("NOT_FOUND");
  }

  @Test
  void aHeadIsAnsweredWithoutABody() {
    var answer = user.send(RawRequest.of("HEAD", "/v1/exports/" + scene));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.content()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"?x=1", "?export_id=7&scene_id=7", "?%00", "?", "?a=%F0%9F&=&&"})
  void aQueryIsOverlooked(String query) {
    var answer = user.send(RawRequest.of("POST", post.target() + query));

    assertThat(answer.status()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Idempotency-Key:",
        "Idempotency-Key: a,b",
        "Idempotency-Key: a\r\nIdempotency-Key: b",
        "Idempotency-Key: a\r\nidempotency-key: a",
        "Idempotency-Key: a b",
        "Idempotency-Key: a\tb",
        "Idempotency-Key: é",
        "Idempotency-Key: \u0001",
        "Idempotency-Key: \u007f",
        "Idempotency-Key: \ud83d\ude00"
      })
  void aBadIdempotencyKeyIsInvalidInput(String lines) {
    var answer = user.send(post.header(lines));

    assertThat(answer.status()).as(answer.shown()).isEqualTo(400);
    assertThat(answer.detail("field")).isEqualTo("Idempotency-Key");
  }

  @Test
  void anIdempotencyKeyHasUpTo255Characters() {
    assertThat(user.send(post.header("Idempotency-Key: " + "k".repeat(255))).status())
        .isEqualTo(202);
    assertThat(user.send(post.header("Idempotency-Key:  ';DROP--  ")).status()).isEqualTo(202);
    assertThat(user.send(post.header("Idempotency-Key: " + "k".repeat(256))).status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept: text/html",
        "Accept: \u0001",
        "X-HTTP-Method-Override: DELETE",
        "Expect: 100-continue",
        "Cookie: a=b; ;;=; \"",
        "Content-Encoding: gzip",
        "X-Amzn-Trace-Id: '; DROP TABLE scene_exports; --",
        "Forwarded: for=\"[::1]\"",
        "Origin: null",
        "Range: bytes=0-0"
      })
  void otherHeadersAreOverlooked(String line) {
    assertThat(user.send(post.header(line)).status()).isEqualTo(202);
  }
}
