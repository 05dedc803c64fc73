package dev.shorts.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.migrate.Stack.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Projects as Supabase makes them, migrated by the role that their owner works with. One after the
 * other: a membership of the server's is what they differ in.
 */
@Execution(ExecutionMode.CONCURRENT)
class SupabaseTest {

  private static final String USER = "00000000-0000-4000-8000-000000000001";
  private static final String SCENE = "00000000-0000-4000-8000-000000000004";

  /** Tables and functions of ours on which another role than ours and their owner has a right. */
  private static final String OPEN =
      """
      SELECT format('%s on %s of %s', privilege_type, thing, grantee::regrole)
        FROM (SELECT relname AS thing, relowner AS owner, relacl AS acl FROM pg_class
               WHERE relname IN ('scene_exports', 'shorts_export_history')
              UNION ALL
              SELECT proname, proowner, proacl FROM pg_proc
               WHERE pronamespace = 'public'::regnamespace AND proname <> 'handle_new_user') ours,
             aclexplode(acl)
       WHERE grantee <> owner AND (grantee = 0 OR grantee::regrole::text !~ '_of_stack-of-')
      """;

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void aProjectOfTodayIsServedOnceItsAdministratorLetsOurRoleUseAuth() throws Exception {
    var project = Supabase.today().withPlatform();

    Answer asked = project.stack().deliver("Create");
    List<String> statements =
        asked.reason().lines().filter(line -> line.contains("; -- as ")).toList();
    assertThat(statements)
        .containsExactly(
            "GRANT USAGE ON SCHEMA auth TO \"api_of_stack-of-today\"; -- as supabase_admin");
    project.as(Supabase.SUPERUSER, statements.getFirst());

    isServed(project);
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void anEarlyProjectIsServedOnceItsUidReadsBothSettings() throws Exception {
    var project = Supabase.early().withPlatform();

    Answer refused = project.stack().deliver("Create");
    assertThat(refused.reason())
        .contains("nothing was changed", "1. auth.uid() gives null for the claims", "Let it read")
        .doesNotContain("2. ");
    String cure = refused.reason().replaceAll("(?s).*Supabase's does: (.*?::uuid).*", "$1");
    project.as(
        Supabase.POSTGRES,
        "SET ROLE supabase_auth_admin; CREATE OR REPLACE FUNCTION auth.uid() RETURNS uuid LANGUAGE"
            + " sql STABLE AS $$ %s $$".formatted(cure));
    assertThat(
            project.as(
                Supabase.POSTGRES,
                "SELECT auth.uid() FROM set_config('request.jwt.claim.sub', '%s', false)"
                    .formatted(USER)))
        .as("as the early PostgREST of the platform calls it")
        .containsExactly(USER);
    assertThat(project.stack().deliver("Create").reason()).contains("; -- as supabase_admin");
    project.as(Supabase.SUPERUSER, "GRANT USAGE ON SCHEMA auth TO \"api_of_stack-of-early\"");

    isServed(project);
  }

  private static void isServed(Supabase project) throws Exception {
    assertThat(project.stack().deliver("Create")).isEqualTo(Answer.SUCCESS);
    assertThat(project.stack().deliver("Update")).isEqualTo(Answer.SUCCESS);
    ExportLife.on(project.stack(), Supabase.SUPERUSER)
        .run(USER, SCENE, "uploads/holiday.mp4 12.5 57");
    assertThat(project.as(Supabase.SUPERUSER, OPEN)).isEmpty();
    for (String role : List.of("anon", "authenticated", "service_role")) {
      for (String table : List.of("scene_exports", "shorts_export_history")) {
        assertThat(project.refusal(role, "DELETE FROM " + table))
            .isEqualTo("ERROR: permission denied for table " + table);
      }
      assertThat(project.refusal(role, "SELECT get_scene_export('%1$s', '%1$s')".formatted(USER)))
          .isEqualTo("ERROR: permission denied for function get_scene_export");
      assertThat(project.refusal(role, "TRUNCATE scene_exports"))
          .isEqualTo("ERROR: permission denied for table scene_exports");
    }
  }
}
