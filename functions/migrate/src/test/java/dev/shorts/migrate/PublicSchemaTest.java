package dev.shorts.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.migrate.Stack.Answer;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Databases in whose schema public every role creates, as before PostgreSQL 15. */
@Execution(ExecutionMode.CONCURRENT)
class PublicSchemaTest {

  private final Platform platform = new Platform();

  PublicSchemaTest() throws SQLException {
    platform.hasContract();
  }

  @Test
  void aPublicSchemaInWhichEveryRoleCreatesIsRefused() throws SQLException, IOException {
    superuser("GRANT CREATE ON SCHEMA public TO PUBLIC");

    assertThat(platform.refusal())
        .contains("Let pg_database_owner run this")
        .endsWith("REVOKE CREATE ON SCHEMA public FROM PUBLIC;");
  }

  @Test
  void thePublicSchemaOfPostgres14IsClosedByTheStatementsOfOneMessage() throws Exception {
    superuser("ALTER SCHEMA public OWNER TO postgres; GRANT CREATE ON SCHEMA public TO PUBLIC");
    superuser("REVOKE CREATE ON SCHEMA public FROM relative");
    String cure =
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC; GRANT CREATE ON SCHEMA public TO \"owner\";";

    assertThat(platform.refusal()).contains("Let postgres run this").endsWith(cure);
    superuser(cure);
    assertThat(platform.stack().deliver("Create")).isEqualTo(Answer.SUCCESS);
  }

  private void superuser(String sql) throws SQLException {
    Server.sql(platform.stack().database(), sql);
  }
}
