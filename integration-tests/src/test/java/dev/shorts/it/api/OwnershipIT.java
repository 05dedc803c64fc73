package dev.shorts.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.driver.Cloud;
import dev.shorts.it.driver.Platform;
import dev.shorts.it.driver.User;
import dev.shorts.it.http.ApiAnswer;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody learns whether something that is not theirs exists. */
class OwnershipIT {

  private final Platform platform = Cloud.shared().platform();
  private final User owner = platform.newUser();
  private final User other = platform.newUser();
  private final UUID scene = platform.sceneWithoutVideo(owner, "0", "10");

  @Test
  void anothersSceneIsLikeNone() {
    assertThat(telling(other.post(scene))).isEqualTo(telling(other.post(UUID.randomUUID())));
    assertThat(other.post(scene).field("error_code")).isEqualTo("SCENE_NOT_FOUND");
  }

  @Test
  void anothersExportIsLikeNone() {
    var export = owner.post(scene).field("export_id");

    assertThat(owner.get(export).status()).isEqualTo(200);
    assertThat(telling(other.get(export))).isEqualTo(telling(other.get(UUID.randomUUID())));
    assertThat(other.get(export).field("error_code")).isEqualTo("EXPORT_NOT_FOUND");
  }

  /** All that a caller sees, but for the clock. */
  private static String telling(ApiAnswer answer) {
    var headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    headers.remove("apigw-requestid");
    return answer.shown() + headers;
  }
}
