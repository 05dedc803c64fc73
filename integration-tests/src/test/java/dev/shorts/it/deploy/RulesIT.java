package dev.shorts.it.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.driver.Cloud;
import dev.shorts.it.driver.Platform;
import dev.shorts.it.driver.ShortClient;
import dev.shorts.it.driver.User;
import dev.shorts.it.http.Eventually;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests that the template's rules run by themselves every minute in LocalStack. The embedded ones
 * keep the template's rates, which are too long to wait for.
 */
@Tag("localstack")
class RulesIT {

  private static final Duration A_FEW_RULES = Duration.ofMinutes(4);

  private final Platform platform = Cloud.shared().platform();
  private final User user = platform.newUser();
  private final UUID scene = platform.scene(new ShortClient(platform, user).sample(), "1", "2");

  @Test
  void theSweepHasAnExportMadeWhoseMessageWasLost() {
    var export = stored("pending", "now() - interval '10 minutes'");

    Eventually.within(
        A_FEW_RULES, () -> assertThat(user.get(export).text("status")).isEqualTo("completed"));
  }

  @Test
  void theCleanupDeletesARowWhoseTimeHasCome() {
    var export = stored("failed", "now() - interval '3 days'");

    Eventually.within(
        A_FEW_RULES,
        () ->
            assertThat(platform.sql("select id from scene_exports where id = ?::uuid", export))
                .isEmpty());
  }

  /** A row that no message leads to. */
  private String stored(String status, String createdAt) {
    var id = UUID.randomUUID().toString();
    platform.sql(
        """
        insert into scene_exports
            (id, scene_id, user_id, aspect_ratio_strategy, output_quality, status, created_at,
             expires_at)
        values (?::uuid, ?::uuid, ?::uuid, 'center_crop', 'medium', ?, %1$s,
                %1$s + interval '1 day')
        """
            .formatted(createdAt),
        id,
        scene,
        user.id(),
        status);
    return id;
  }
}
