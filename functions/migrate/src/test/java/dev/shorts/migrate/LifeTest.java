package dev.shorts.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.migrate.Stack.Answer;
import dev.shorts.migrate.database.DatabaseSecret;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All that CloudFormation asks of a migration while a stack lives. */
@Execution(ExecutionMode.CONCURRENT)
class LifeTest {

  @Test
  void testsRunOnThePostgresThatTheBuildNames() throws SQLException {
    assertThat(System.getProperty("postgres.version"))
        .startsWith(Server.sql("postgres", "SHOW server_version").getFirst() + ".");
  }

  @ParameterizedTest
  @EnumSource
  void aStackIsMadeUpdatedRolledBackDeletedAndMadeAgain(Start start) throws Exception {
    Stack stack = start.stack();
    if (start == Start.TABLES_OF_A_STRANGER) {
      letTheOwnerRunWhatIsAsked(stack);
    }

    assertThat(stack.deliverTwiceAtOnce("Create")).containsOnly(Answer.SUCCESS);
    Start.export(stack.database());
    List<String> exports = exports(stack);
    assertThat(exports).hasSize(start == Start.STANDING_EXPORTS ? 2 : 1);

    assertThat(stack.deliver("Create")).isEqualTo(Answer.SUCCESS);
    assertThat(stack.deliver("Update")).isEqualTo(Answer.SUCCESS);
    assertThat(stack.deliver("Update", "later")).isEqualTo(Answer.SUCCESS);
    assertThat(columns(stack)).contains("mood");

    Answer broken = stack.deliver("Update", "later", "broken");
    assertThat(broken.status()).isEqualTo("FAILED");
    assertThat(broken.reason()).contains("V1002__half.sql", "ERROR: division by zero");
    assertThat(columns(stack)).doesNotContain("half_done");

    assertThat(stack.deliver("Update")).as("rollback").isEqualTo(Answer.SUCCESS);
    assertThat(stack.deliver("Delete")).isEqualTo(Answer.SUCCESS);
    assertThat(exports(stack)).isEqualTo(exports);

    Stack again = stack.withOtherPasswords();
    assertThat(again.deliver("Create")).isEqualTo(Answer.SUCCESS);
    assertThat(exports(stack)).isEqualTo(exports);
    for (DatabaseSecret role : List.of(again.api(), again.worker())) {
      assertThat(Server.sql(role, again.database(), "SELECT current_user"))
          .containsExactly(role.username());
    }
    assertThatThrownBy(() -> Server.login(stack.api(), stack.database()))
        .hasMessageContaining("password authentication failed");
  }

  private static void letTheOwnerRunWhatIsAsked(Stack stack) throws Exception {
    assertThat(stack.deliverTwiceAtOnce("Create"))
        .extracting(Answer::status)
        .containsOnly("FAILED");
    assertThat(stack.deliver("Delete")).isEqualTo(Answer.SUCCESS);
    String asked = stack.deliver("Create").reason();
    assertThat(asked).contains("is no member of the roles that own what we need");
    for (String line : asked.lines().filter(line -> line.endsWith("; -- as stranger")).toList()) {
      Server.sql(Server.STRANGER, stack.database(), line);
    }
    assertThat(stack.deliver("Update")).isEqualTo(Answer.SUCCESS);
  }

  private static List<String> exports(Stack stack) throws SQLException {
    return Server.sql(
        stack.database(),
        """
        SELECT concat_ws(' ', e.id, scene_id, user_id, status, created_at, v.storage_path)
          FROM scene_exports e JOIN scenes s ON s.id = scene_id JOIN videos v ON v.id = video_id
         ORDER BY e.id
        """);
  }

  private static List<String> columns(Stack stack) throws SQLException {
    return Server.sql(
        stack.database(),
        "SELECT column_name FROM information_schema.columns WHERE table_name = 'scene_exports'");
  }
}
