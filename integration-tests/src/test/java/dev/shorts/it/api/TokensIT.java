package dev.shorts.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.driver.Cloud;
import dev.shorts.it.driver.Platform;
import dev.shorts.it.driver.User;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a request with any other token than the issuer's is refused without effect. */
class TokensIT {

  private static final Platform PLATFORM = Cloud.shared().platform();
  private static final User USER = PLATFORM.newUser();
  private static final UUID SCENE = PLATFORM.sceneWithoutVideo(USER, "0", "10");
  private static final String EXPORT = USER.post(SCENE).text("export_id");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"iss\": \"https://evil.example\"}",
        "{\"iss\": null}",
        "{\"aud\": \"another\"}",
        "{\"aud\": null}",
        "{\"aud\": []}",
        "{\"exp\": 1}",
        "{\"exp\": null}",
        "{\"exp\": \"tomorrow\"}",
        "{\"nbf\": 32503680000}",
        "{\"iat\": 32503680000}",
        "{\"sub\": null}",
        "{\"sub\": \"\"}",
        "{\"sub\": \"alice\"}",
        "{\"sub\": 7}",
        "{\"sub\": \"7d4448409dc011d1b2455ffdce74fad2\"}",
        "{\"sub\": \"{7d444840-9dc0-11d1-b245-5ffdce74fad2}\"}",
        "{\"sub\": \"urn:uuid:7d444840-9dc0-11d1-b245-5ffdce74fad2\"}",
        "{\"sub\": \"7d444840-9dc0-11d1-b245-5ffdce74fad2\\n\"}",
        "{\"sub\": \"1-1-1-1-1\"}",
        "{\"sub\": [\"7d444840-9dc0-11d1-b245-5ffdce74fad2\"]}"
      })
  void whatTheIssuerMustNotSay(String claims) {
    isNobody(USER.withToken(PLATFORM.token(USER, claims)));
  }

  @ParameterizedTest
  @EnumSource
  void whatTheIssuerHasNotSigned(ForgedTokens forgery) throws Exception {
    var good = PLATFORM.token(USER, "{}");

    isNobody(USER.withToken(forgery.of(good, PLATFORM.publicKey())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic %s",
        "Token %s",
        "Bearer Bearer %s",
        "Bearer %s, Bearer %1$s",
        "Bearer \"%s\"",
        "Bearer",
        "Bearer null",
        "."
      })
  void whereNoTokenIsLookedFor(String header) {
    isNobody(USER.withAuthorization(header.formatted(PLATFORM.token(USER, "{}"))));
  }

  /** A UUID is the same in capitals, and so is its user. */
  @Test
  void aSubjectInCapitalsIsTheSameUser() {
    var user = PLATFORM.newUser();
    var scene = PLATFORM.sceneWithoutVideo(user, "0", "10");
    var capitals = "{\"sub\": \"%s\"}".formatted(user.id().toString().toUpperCase(Locale.ROOT));
    var same = user.withToken(PLATFORM.token(user, capitals));

    var export = same.post(scene, "{}", "idempotency-key", "k").field("export_id");

    assertThat(user.get(export).status()).isEqualTo(200);
    assertThat(user.post(scene, "{}", "idempotency-key", "k").field("export_id")).isEqualTo(export);
    assertThat(user.post(scene).header("ratelimit-remaining")).isEqualTo("8");
  }

  private void isNobody(User nobody) {
    var before = PLATFORM.sql("select count(*) from scene_exports");
    var calls = calls();

    assertThat(nobody.post(SCENE).status()).isEqualTo(401);
    assertThat(nobody.get(EXPORT).status()).isEqualTo(401);

    assertThat(PLATFORM.sql("select count(*) from scene_exports")).isEqualTo(before);
    assertThat(calls()).isEqualTo(calls);
  }

  /** A subject that is no UUID is for the function to refuse; then that is all that runs. */
  private List<String> calls() {
    return PLATFORM.wires().calls(SCENE).stream()
        .filter(call -> !call.startsWith("lambda "))
        .toList();
  }
}
