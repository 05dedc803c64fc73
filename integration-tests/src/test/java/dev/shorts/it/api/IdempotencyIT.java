package dev.shorts.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.driver.Cloud;
import dev.shorts.it.driver.Platform;
import dev.shorts.it.driver.User;
import dev.shorts.it.http.ApiAnswer;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdempotencyIT {

  private final Platform platform = Cloud.shared().platform();
  private final User user = platform.newUser();
  private final UUID scene = platform.sceneWithoutVideo(user, "0", "10");

  private ApiAnswer post(String key, String body) {
    return user.post(scene, body, "idempotency-key", key);
  }

  private Object exportsOfUser() {
    return platform.sql("select count(*) from scene_exports where user_id = ?::uuid", user.id());
  }

  @Test
  void theSameRequestUnderTheSameKeyIsTheSameExport() {
    var first = post("a", "{\"output_quality\": \"medium\"}");
    var again = post("a", "{\"aspect_ratio_strategy\": null, \"output_quality\": \"medium\"}");

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.field("export_id")).isEqualTo(first.field("export_id"));
    assertThat(again.header("location")).isEqualTo("/v1/exports/" + first.field("export_id"));
    assertThat(exportsOfUser()).asString().isEqualTo("[1]");
  }

  @Test
  void anotherRequestUnderTheSameKeyIsRefused() {
    post("a", "{}");

    var answer = post("a", "{\"output_quality\": \"medium\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.field("error_code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(exportsOfUser()).asString().isEqualTo("[1]");
  }

  @Test
  void aRepeatedRequestIsAnsweredEvenWhenTheQuotaIsUsedUp() {
    for (int i = 0; i < 10; i++) {
      post("key-" + i, "{}");
    }

    assertThat(post("key-11", "{}").status()).isEqualTo(429);
    assertThat(post("key-3", "{}").status()).isEqualTo(202);
  }

  @Test
  void usersHaveKeysOfTheirOwn() {
    var other = platform.newUser();
    var first = post("a", "{}");

    var others =
        other.post(platform.sceneWithoutVideo(other, "0", "5"), "{}", "idempotency-key", "a");

    assertThat(others.status()).isEqualTo(202);
    assertThat(others.field("export_id")).isNotEqualTo(first.field("export_id"));
  }

  @Test
  void aKeyIsForgottenWhenItsExportExpires() {
    var first = post("a", "{}");
    platform.sql(
        "update scene_exports set expires_at = now() where id = ?::uuid", first.field("export_id"));

    assertThat(post("a", "{}").field("export_id")).isNotEqualTo(first.field("export_id"));
  }
}
