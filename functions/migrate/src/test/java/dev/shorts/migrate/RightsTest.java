package dev.shorts.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.migrate.Stack.Answer;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Rights that a migration needs, and standing exports of another shape. */
@Execution(ExecutionMode.CONCURRENT)
class RightsTest {

  private final Platform platform = new Platform();
  private final String database = platform.stack().database();

  RightsTest() throws SQLException {
    platform.hasContract();
  }

  @Test
  void rolesAreLetIntoADatabaseThatPublicMayNotConnectTo() throws SQLException, IOException {
    superuser("REVOKE CONNECT ON DATABASE %s FROM PUBLIC");

    assertThat(platform.stack().deliver("Create")).isEqualTo(Answer.SUCCESS);
  }

  @Test
  void theDatabasesOwnerIsAskedToLetTheRolesConnect() throws SQLException, IOException {
    superuser("ALTER DATABASE %s OWNER TO postgres");
    superuser("REVOKE CONNECT ON DATABASE %s FROM PUBLIC");
    superuser("GRANT CONNECT, CREATE ON DATABASE %s TO owner");
    superuser(
        "GRANT CREATE ON SCHEMA public TO owner; GRANT USAGE, CREATE ON SCHEMA auth TO owner");

    assertThat(platform.refusal())
        .contains(
            "Let postgres run: GRANT CONNECT ON DATABASE \"%s\" TO \"owner\" WITH GRANT OPTION;"
                .formatted(database));
    superuser("GRANT CONNECT ON DATABASE %s TO owner WITH GRANT OPTION");
    assertThat(platform.stack().deliver("Create")).isEqualTo(Answer.SUCCESS);
  }

  @Test
  void rightsToCreateAreAskedForTogether() throws SQLException, IOException {
    superuser("ALTER DATABASE %s OWNER TO postgres; ALTER SCHEMA auth OWNER TO stranger");
    superuser("REVOKE CREATE ON SCHEMA public FROM relative");

    assertThat(platform.refusal())
        .contains(
            "1. owner may not create tables in the schema public.",
            "2. The schema auth lacks what has to be created there. Let stranger run: GRANT USAGE,"
                + " CREATE ON SCHEMA auth TO \"owner\";");
  }

  @Test
  void aRoleOfAnotherTeamIsRefusedBeforeAnyGrant() throws SQLException, IOException {
    superuser("CREATE ROLE \"" + platform.stack().api().username() + "\" LOGIN");

    assertThat(platform.refusal())
        .contains(
            "The role %s is there and another role's."
                .formatted(platform.stack().api().username()));
  }

  @Test
  void anotherOwnerThanBeforeIsToldWhoseTheTablesAre() throws SQLException, IOException {
    assertThat(platform.stack().deliver("Create")).isEqualTo(Answer.SUCCESS);
    superuser("GRANT CREATE ON DATABASE %s TO maker");

    assertThat(platform.refusal(platform.stack().migratedBy(Server.MAKER)))
        .contains("An earlier deployment was migrated by owner", "GRANT \"owner\" TO \"maker\";");
  }

  @Test
  void aReadOnlyDatabaseIsTold() throws SQLException, IOException {
    superuser("ALTER DATABASE %s SET default_transaction_read_only = on");

    assertThat(platform.refusal())
        .contains("ALTER DATABASE \"%s\" RESET default_transaction_read_only".formatted(database));
  }

  @Test
  void aStandingTableOfExportsIsComparedWithTheContract() throws SQLException, IOException {
    Server.settle(Server.RELATIVE, database, "uid", "scene_exports");
    platform.has(
        """
        CREATE TYPE export_status AS ENUM ('pending', 'done');
        ALTER TABLE scene_exports
            ADD video_id uuid NOT NULL, ADD progress int, ADD tenant_id uuid NOT NULL DEFAULT gen_random_uuid(),
            DROP CONSTRAINT scene_exports_status_check, DROP resolution,
            ALTER file_size_bytes TYPE int, ADD CONSTRAINT one_word CHECK (output_quality <> 'medium'),
            ADD CONSTRAINT tenants CHECK (tenant_id IS NOT NULL), ADD UNIQUE (scene_id);
        """);

    assertThat(platform.refusal())
        .contains(
            "public.scene_exports.video_id is NOT NULL without a default",
            "public.scene_exports has a column progress, which we add.",
            "public.scene_exports has no column resolution text.",
            "public.scene_exports.file_size_bytes is integer and must be bigint.",
            "public.scene_exports has the CHECK one_word, which refuses rows that we write",
            "public.scene_exports has the unique index scene_exports_scene_id_key")
        .doesNotContain("status_check");
  }

  @Test
  void aStandingStatusOfAnotherTypeOrOtherWordsIsRefused() throws SQLException, IOException {
    Server.settle(Server.RELATIVE, database, "uid", "scene_exports");
    platform.has(
        """
        ALTER TABLE scene_exports DROP CONSTRAINT scene_exports_status_check;
        ALTER TABLE scene_exports ADD CONSTRAINT words CHECK (status IN ('pending', 'done'));
        """);
    assertThat(platform.refusal()).contains("the CHECK words, which refuses rows that we write");

    platform.has(
        """
        CREATE TYPE export_status AS ENUM ('pending', 'processing', 'completed', 'failed');
        ALTER TABLE scene_exports DROP CONSTRAINT words, ALTER status DROP DEFAULT,
            ALTER status TYPE export_status USING status::export_status;
        """);
    assertThat(platform.refusal())
        .contains("public.scene_exports.status is export_status and must be text.");
  }

  private void superuser(String sql) throws SQLException {
    Server.sql(database, sql.formatted(database));
  }
}
