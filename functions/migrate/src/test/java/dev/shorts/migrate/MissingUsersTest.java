package dev.shorts.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.migrate.Stack.Answer;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Platforms whose videos belong to users who are not in {@code auth.users}. */
@Execution(ExecutionMode.CONCURRENT)
class MissingUsersTest {

  private static final String USERS_ELSEWHERE =
      """
      CREATE TABLE people (id uuid PRIMARY KEY);
      INSERT INTO people SELECT id FROM auth.users;
      ALTER TABLE videos DROP CONSTRAINT videos_owner_id_fkey;
      ALTER TABLE videos ADD CONSTRAINT videos_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people;
      DELETE FROM auth.users;
      """;

  private final Platform platform = new Platform();

  MissingUsersTest() throws SQLException {
    platform.hasContract();
    platform.has(USERS_ELSEWHERE);
  }

  @Test
  void theDeploymentFailsAndSaysWhatToDo() throws SQLException, IOException {
    assertThat(platform.stack().deliver("Create").reason())
        .isEqualTo(
            "The migration has run, but create_scene_export fails as the role %s, so exports would"
                    .formatted(platform.stack().api().username())
                + " fail: auth.users has no row for a user who owns videos. Keep the ids of the"
                + " platform's users in auth.users, by a trigger where they are in another table"
                + " (docs/adopting.md). Then deploy again.");
    assertThat(platform.count("scene_exports")).isEqualTo("0");
  }

  @Test
  void itSucceedsOnceTheirIdsAreThere() throws SQLException, IOException {
    platform.stack().deliver("Create");
    platform.has("INSERT INTO auth.users SELECT id FROM people");

    assertThat(platform.stack().deliver("Update")).isEqualTo(Answer.SUCCESS);
  }
}
