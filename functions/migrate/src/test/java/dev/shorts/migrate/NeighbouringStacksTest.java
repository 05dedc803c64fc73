package dev.shorts.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.migrate.Stack.Answer;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** More than one stack on a cluster. */
@Execution(ExecutionMode.CONCURRENT)
class NeighbouringStacksTest {

  @Test
  void eachWorksWithADatabaseOfItsOwn() throws SQLException, IOException {
    Stack first = Stack.on(Server.database(), Server.OWNER);
    Stack second = Stack.on(Server.noDatabase(), Server.MAKER);

    assertThat(first.deliver("Create")).isEqualTo(Answer.SUCCESS);
    assertThat(second.deliver("Create")).isEqualTo(Answer.SUCCESS);

    Start.export(first.database());
    assertThat(Server.sql(first.worker(), first.database(), "SELECT id FROM scene_exports"))
        .hasSize(1);
    assertThat(Server.sql(second.worker(), second.database(), "SELECT id FROM scene_exports"))
        .isEmpty();
  }

  /** Flyway alone would find nothing to do, or run the newcomer's migrations on their tables. */
  @Test
  void noneIsLetIntoTheDatabaseOfAnother() throws SQLException, IOException {
    Stack first = Stack.named("first", Server.database(), Server.OWNER);
    assertThat(first.deliver("Create")).isEqualTo(Answer.SUCCESS);

    Answer answer =
        Stack.named("second", first.database(), Server.OWNER).deliver("Create", "later");

    assertThat(answer)
        .isEqualTo(
            new Answer(
                "FAILED",
                "The database %s is another stack's, of the roles api_of_first and worker_of_first. Each stack needs one of its own: give DatabaseName another value, or the stack its former name. If that stack is gone, database/uninstall.sql takes out what it left."
                    .formatted(first.database())));
    assertThat(
            Server.sql(
                first.database(),
                "SELECT version FROM shorts_export_history WHERE version = '1001'"))
        .isEmpty();
  }

  /** Its roles are there, since the statements that the owner has to run name them. */
  @Test
  void norIntoOneThatAnotherHasBegunWith() throws SQLException, IOException {
    String database = Server.database();
    Server.settle(Server.STRANGER, database, "tables", "uid");
    assertThat(Stack.named("renamed", database, Server.OWNER).deliver("Create").reason())
        .contains("is no member of the roles that own what we need");

    assertThat(Stack.named("newcomer", database, Server.OWNER).deliver("Create").reason())
        .startsWith("The database %s is another stack's. ".formatted(database));
  }

  @Test
  void aNameThatPostgresWouldCutIsRefused() throws SQLException, IOException {
    String name = "n".repeat(54);

    Answer answer = Stack.named(name, Server.database(), Server.OWNER).deliver("Create");

    assertThat(answer.reason())
        .isEqualTo(
            "The name of the role worker_of_%s is 64 bytes long and may be 63. Give the stack a shorter name."
                .formatted(name));
    assertThat(Stack.named(name.substring(1), Server.database(), Server.OWNER).deliver("Create"))
        .isEqualTo(Answer.SUCCESS);
  }

  @Test
  void whoMayMakeNoDatabaseIsToldWhoCan() throws SQLException, IOException {
    Stack stack = Stack.on(Server.noDatabase(), Server.OWNER);

    Answer answer = stack.deliver("Create");

    assertThat(answer.reason())
        .isEqualTo(
            "There is no database %1$s, and owner can't make it. Let an administrator run this, then deploy again: CREATE DATABASE \"%1$s\" OWNER \"owner\";"
                .formatted(stack.database()));
    Server.sql("postgres", answer.reason().replaceFirst(".*again: ", ""));
    assertThat(stack.deliver("Create")).isEqualTo(Answer.SUCCESS);
  }
}
