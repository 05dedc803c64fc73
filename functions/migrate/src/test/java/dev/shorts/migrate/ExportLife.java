package dev.shorts.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.migrate.database.DatabaseSecret;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * One export from its request to its deletion, as the functions' two roles go about it.
 *
 * @param superuser who moves its times into the past
 */
record ExportLife(Login api, Login worker, Login superuser) {

  private static final String CREATE =
      """
      SELECT outcome FROM create_scene_export('%s', '%s', '%s', 'center_crop', 'high', NULL, 10, 86400, 180)
      """;
  private static final String GET = "SELECT status FROM get_scene_export('%s', '%s')";
  private static final String CLAIM =
      """
      SELECT concat_ws(' ', outcome, source_path, start_s::float, end_s::float)
        FROM claim_scene_export('%s', '%s', 120, 3)
      """;
  private static final String COMPLETE =
      "SELECT held FROM complete_scene_export('%s', '%s', 'a.mp4', 1000, 44.5, '1080x1920', NULL)";
  private static final String AGE =
      """
      UPDATE scene_exports
         SET created_at = created_at - interval '49 hours', expires_at = expires_at - interval '49 hours'
       WHERE id = '%s'
      """;
  private static final String DELETE =
      """
      SELECT concat_ws(' ', (SELECT string_agg(e::text, ' ') FROM expired_scene_exports(NULL, 100) e),
                       mark_scene_exports_deleted(ARRAY['%s'::uuid]), delete_scene_exports(86400, 100))
      """;

  static ExportLife on(Stack stack, DatabaseSecret superuser) {
    return new ExportLife(
        stack.login(stack.api()), stack.login(stack.worker()), stack.login(superuser));
  }

  /**
   * @param claimed path and times that the worker is to get
   */
  void run(String user, String scene, String claimed) throws SQLException {
    String export = UUID.randomUUID().toString();
    String token = UUID.randomUUID().toString();
    String stranger = UUID.randomUUID().toString();
    assertThat(api.sql(CREATE.formatted(export, stranger, scene)))
        .containsExactly("scene_not_found");
    assertThat(api.sql(CREATE.formatted(export, user, scene))).containsExactly("created");
    assertThat(api.sql(GET.formatted(export, user))).containsExactly("pending");
    assertThat(api.sql(GET.formatted(export, stranger))).isEmpty();
    assertThat(worker.sql(CLAIM.formatted(export, token))).isEqualTo(List.of("claimed " + claimed));
    assertThat(worker.sql(COMPLETE.formatted(export, token))).containsExactly("t");
    assertThat(api.sql(GET.formatted(export, user))).containsExactly("completed");

    superuser.sql(AGE.formatted(export));
    assertThat(worker.sql(DELETE.formatted(export)).getFirst()).contains(export).endsWith(" 1 1");
    assertThat(api.sql(GET.formatted(export, user))).isEmpty();
  }
}
