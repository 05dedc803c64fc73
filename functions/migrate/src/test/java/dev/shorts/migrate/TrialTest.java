package dev.shorts.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.migrate.Stack.Answer;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Platforms that look right, and whose policies and functions would refuse every export. */
@Execution(ExecutionMode.CONCURRENT)
class TrialTest {

  private static final String UID =
      "CREATE FUNCTION auth.uid() RETURNS %s LANGUAGE sql STABLE RETURN"
          + " (nullif(current_setting('%s', true), ''))::%s";

  private final Platform platform = new Platform();

  TrialTest() throws SQLException {
    platform.hasContract();
  }

  @Test
  void aRightPlatformPassesAndNoExportIsLeft() throws SQLException, IOException {
    assertThat(platform.stack().deliver("Create")).isEqualTo(Answer.SUCCESS);
    assertThat(platform.count("scene_exports")).isEqualTo("0");
  }

  @Test
  void aUidThatReadsAnotherSettingIsRefused() throws SQLException, IOException {
    platform.has(UID.formatted("uuid", "app.user_id", "uuid"));

    assertThat(platform.refusal())
        .contains("auth.uid() gives null for the claims that are set in request.jwt.claims");
  }

  @Test
  void aUidOfAnotherTypeIsRefused() throws SQLException, IOException {
    platform.has(UID.formatted("text", "request.jwt.claim.sub", "text"));

    assertThat(platform.refusal()).contains("auth.uid() returns text and must return one uuid.");
  }

  @Test
  void aUidThatMayNotBeCalledBeforeTheGrantsIsTriedAfterThem() throws SQLException, IOException {
    platform.has(UID.formatted("uuid", "app.user_id", "uuid"));
    platform.has("REVOKE EXECUTE ON FUNCTION auth.uid() FROM PUBLIC");
    platform.has("GRANT EXECUTE ON FUNCTION auth.uid() TO \"owner\" WITH GRANT OPTION");

    assertThat(platform.stack().deliver("Create").reason()).contains("auth.uid() gives null");
  }

  @Test
  void aRestrictivePolicyThatHidesEverySceneIsTold() throws SQLException, IOException {
    platform.has(
        """
        ALTER TABLE videos ADD tenant_id uuid;
        ALTER TABLE videos ENABLE ROW LEVEL SECURITY;
        CREATE POLICY tenants ON videos AS RESTRICTIVE
            USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
        """);

    assertThat(platform.stack().deliver("Create").reason())
        .startsWith(
            "The migration has run, but create_scene_export fails as the role api_of_stack-of-"
                + platform.stack().database()
                + ", so exports would fail: a scene isn't found for the owner of its video.")
        .contains("RESTRICTIVE ones hide rows from our roles");
  }

  @Test
  void aPolicyThatNeedsASettingIsTold() throws SQLException, IOException {
    platform.has(
        """
        ALTER TABLE videos ENABLE ROW LEVEL SECURITY;
        CREATE POLICY own ON videos USING (owner_id = current_setting('app.user_id')::uuid);
        """);

    assertThat(platform.stack().deliver("Create").reason())
        .contains(
            "unrecognized configuration parameter \"app.user_id\"", "current_setting(name, true)");
  }

  @Test
  void aPolicyThatReadsATableThatIsNotGrantedIsTold() throws SQLException, IOException {
    platform.has(
        """
        CREATE TABLE members (user_id uuid, video_id uuid);
        ALTER TABLE videos ENABLE ROW LEVEL SECURITY;
        CREATE POLICY members ON videos
            USING (EXISTS (SELECT FROM members m WHERE m.video_id = id AND m.user_id = auth.uid()));
        """
            .replace("auth.uid()", "owner_id"));

    assertThat(platform.stack().deliver("Create").reason())
        .contains("permission denied for table members", "grant what they read");
  }

  @Test
  void aDatabaseWithItsOwnSearchPathAndIsolationIsServed() throws SQLException, IOException {
    Server.sql(
        platform.stack().database(),
        """
        CREATE SCHEMA app;
        ALTER DATABASE %1$s SET search_path = app;
        ALTER DATABASE %1$s SET default_transaction_isolation = 'repeatable read';
        """
            .formatted(platform.stack().database()));

    assertThat(platform.stack().deliver("Create")).isEqualTo(Answer.SUCCESS);
  }

  @Test
  void ownersOfVideosThatAreNoUsersAreTold() throws SQLException, IOException {
    platform.has("ALTER TABLE videos DROP CONSTRAINT videos_owner_id_fkey; DELETE FROM auth.users");

    assertThat(platform.stack().deliver("Create").reason())
        .contains("so exports would fail:", "auth.users");
  }

  @Test
  void aRollbackGoesThroughWhateverTheTrialFinds() throws SQLException, IOException {
    assertThat(platform.stack().deliver("Create")).isEqualTo(Answer.SUCCESS);
    platform.has("ALTER TABLE videos DROP CONSTRAINT videos_owner_id_fkey; DELETE FROM auth.users");

    assertThat(platform.stack().deliver("Update").reason()).contains("so exports would fail:");
    assertThat(platform.stack().rollBack()).isEqualTo(Answer.SUCCESS);
  }
}
