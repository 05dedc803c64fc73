package dev.shorts.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.driver.Cloud;
import dev.shorts.it.driver.Platform;
import dev.shorts.it.driver.User;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Counts the calls to AWS that a request of the API makes. */
class CallsIT {

  private static final String CREATE = "CreateExportFunction";
  private static final String GET = "GetExportFunction";

  private final Platform platform = Cloud.shared().platform();
  private final User user = platform.newUser();
  private final UUID scene = platform.sceneWithoutVideo(user, "0", "10");

  @Test
  void aNewExportIsOneStatementAndOneMessage() {
    assertThat(user.post(scene).status()).isEqualTo(202);

    assertThat(platform.wires().calls(user.id(), CREATE))
        .containsExactly("rds-data create_scene_export", "sqs SendMessage");
  }

  @Test
  void aLookIsOneStatementAlsoWhenItHandsOutALink() {
    var export = user.post(scene).text("export_id");
    platform.sql(
        """
        update scene_exports
           set status = 'completed', storage_path = 'exports/x.mp4', file_size_bytes = 1,
               duration_s = 1, resolution = '1080x1920', completed_at = now()
         where id = ?::uuid
        """,
        export);

    assertThat(user.get(export).text("download_url")).startsWith("http");

    assertThat(platform.wires().calls(user.id(), GET)).containsExactly("rds-data get_scene_export");
  }

  @Test
  void whatIsAnothersCostsTheCallsOfWhatIsNotThere() {
    var export = user.post(scene).field("export_id");

    var theirs = platform.newUser();
    theirs.post(scene);
    theirs.get(export);
    var none = platform.newUser();
    none.post(UUID.randomUUID());
    none.get(UUID.randomUUID());

    for (var function : List.of(CREATE, GET)) {
      assertThat(platform.wires().calls(theirs.id(), function))
          .isEqualTo(platform.wires().calls(none.id(), function))
          .hasSize(1);
    }
  }
}
