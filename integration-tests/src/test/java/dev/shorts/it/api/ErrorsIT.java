package dev.shorts.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.driver.Cloud;
import dev.shorts.it.driver.Platform;
import dev.shorts.it.driver.User;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every line of the contract's table of errors, but for 500 and 503, which need a fault. */
class ErrorsIT {

  private final Platform platform = Cloud.shared().platform();
  private final User user = platform.newUser();

  private String sceneOf(String from, String to) {
    return platform.sceneWithoutVideo(user, from, to).toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"output_quality\": \"ultra\"}",
        "{\"aspect_ratio_strategy\": 7}",
        "{\"strategy\": \"letterbox\"}",
        "{\"output_quality\": \"high\", \"output_quality\": \"high\"}",
        "[]",
        "\"high\"",
        "{",
        "{} {}"
      })
  void aBodyThatIsNotWhatItMayBeNamesTheField(String body) {
    var answer = user.post(sceneOf("0", "10"), body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field("error_code")).isEqualTo("INVALID_INPUT");
    assertThat(answer.detail("field")).isNotNull();
    assertThat(answer.detail("allowed")).isNotNull();
  }

  @Test
  void aBodyOfMoreThan4KiBIsRefused() {
    var answer = user.post(sceneOf("0", "10"), "{" + " ".repeat(4095) + "}");

    assertThat(answer.field("error_code")).isEqualTo("INVALID_INPUT");
  }

  @Test
  void aBadIdempotencyKeyIsRefused() {
    var answer = user.post(sceneOf("0", "10"), "{}", "idempotency-key", "one,two");

    assertThat(answer.field("error_code")).isEqualTo("INVALID_INPUT");
    assertThat(answer.detail("field")).isEqualTo("Idempotency-Key");
  }

  @Test
  void badInputIsToldTheSameWhetherOrNotTheSceneExists() {
    var existing = user.post(sceneOf("0", "10"), "{\"output_quality\": \"ultra\"}");
    var missing = user.post(UUID.randomUUID(), "{\"output_quality\": \"ultra\"}");

    assertThat(existing.shown()).isEqualTo(missing.shown());
  }

  @Test
  void smartCropIsNotThereYet() {
    var answer = user.post(sceneOf("0", "10"), "{\"aspect_ratio_strategy\": \"smart_crop\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field("error_code")).isEqualTo("SMART_CROP_NOT_AVAILABLE");
  }

  @Test
  void aSceneOfMoreThan180SecondsIsTooLong() {
    var answer = user.post(sceneOf("10", "255.3"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field("error_code")).isEqualTo("SCENE_TOO_LONG");
    assertThat(answer.field("message"))
        .isEqualTo("Scene duration (245.3s) exceeds YouTube Shorts maximum (180s)");
    assertThat(answer.detail("scene_duration_s")).isEqualTo(245.3);
    assertThat(answer.detail("max_duration_s")).isEqualTo(180);
  }

  @Test
  void exactly180SecondsAreAllowed() {
    assertThat(user.post(sceneOf("0.1", "180.1")).status()).isEqualTo(202);
    assertThat(user.post(sceneOf("0.1", "180.101")).status()).isEqualTo(400);
  }

  @Test
  void aSceneThatEndsBeforeItBeginsIsEmpty() {
    var answer = user.post(sceneOf("57", "12.5"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field("error_code")).isEqualTo("SCENE_EMPTY");
    assertThat(answer.detail("start_s")).isEqualTo(57);
    assertThat(answer.detail("end_s")).isEqualTo(12.5);
  }

  @Test
  void whoHasNoGoodTokenIsNobody() {
    var scene = sceneOf("0", "10");

    assertThat(user.withToken("").post(scene).status()).isEqualTo(401);
    assertThat(user.withToken("not.a.token").post(scene).status()).isEqualTo(401);
    assertThat(user.withToken("").get(UUID.randomUUID()).status()).isEqualTo(401);
  }

  @Test
  void aTokenWhoseSubjectIsNoUuidNamesNobody() {
    var stranger = platform.newUserWhoseTokenSays("bob");

    var answer = stranger.post(UUID.randomUUID());

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.field("error_code")).isEqualTo("UNAUTHORIZED");
    assertThat(stranger.get(UUID.randomUUID()).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "123e4567-e89b-12d3-a456-42661417400", "null", "%20"})
  void anIdThatIsNoUuidIsNotFound(String id) {
    assertThat(user.post(id).field("error_code")).isEqualTo("SCENE_NOT_FOUND");
    assertThat(user.get(id).field("error_code")).isEqualTo("EXPORT_NOT_FOUND");
  }

  @Test
  void anyOtherAddressIsNotFound() {
    for (var address : new String[] {"GET /", "PUT /v1/exports/7", "GET /v2/exports/7"}) {
      var call = address.split(" ");
      var answer = user.call(call[0], call[1]);

      assertThat(answer.status()).as(address).isEqualTo(404);
      assertThat(answer.field("error_code")).as(address).isEqualTo("NOT_FOUND");
    }
  }

  @Test
  void theEleventhExportOfADayIsRefused() {
    var scene = sceneOf("0", "10");
    var remaining =
        IntStream.range(0, 10)
            .mapToObj(_ -> user.post(scene).header("ratelimit-remaining"))
            .toList();

    var answer = user.post(scene);

    assertThat(remaining).containsExactly("9", "8", "7", "6", "5", "4", "3", "2", "1", "0");
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.field("error_code")).isEqualTo("EXPORT_LIMIT_EXCEEDED");
    assertThat(answer.field("message"))
        .isEqualTo("Daily export limit reached (10/day). Try again in 24 hours.");
    assertThat(answer.detail("current_count")).isEqualTo(10);
    assertThat(answer.detail("hours_until_reset")).isEqualTo(24);
    assertThat(Integer.parseInt(answer.header("retry-after"))).isBetween(86_000, 86_400);
    assertThat(answer.header("ratelimit-limit")).isEqualTo("10");
    assertThat(answer.header("ratelimit-remaining")).isEqualTo("0");
  }

  @Test
  void anExportLeavesTheWindowAfter24Hours() {
    var scene = sceneOf("0", "10");
    var first = user.post(scene).field("export_id");
    IntStream.range(0, 9).forEach(_ -> user.post(scene));
    platform.sql(
        "update scene_exports set created_at = created_at - interval '23 hours 1 minute' where id ="
            + " ?::uuid",
        first);

    assertThat(user.post(scene).field("message"))
        .isEqualTo("Daily export limit reached (10/day). Try again in 1 hour.");
    platform.sql(
        "update scene_exports set created_at = created_at - interval '1 hour' where id = ?::uuid",
        first);
    assertThat(user.post(scene).status()).isEqualTo(202);
  }
}
