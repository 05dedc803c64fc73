package dev.shorts.migrate;

import dev.shorts.migrate.database.DatabaseSecret;
import java.io.IOException;
import java.sql.SQLException;

/** A Start is the state of the database before a first deployment. */
enum Start {
  EMPTY {
    @Override
    Stack stack() throws SQLException {
      return Stack.on(Server.database(), Server.OWNER);
    }
  },
  NOT_THERE {
    @Override
    Stack stack() {
      return Stack.on(Server.noDatabase(), Server.MAKER);
    }
  },
  TABLES_OF_A_RELATIVE {
    @Override
    Stack stack() throws SQLException, IOException {
      return beside(Server.RELATIVE, "tables", "uid");
    }
  },
  TABLES_OF_A_STRANGER {
    @Override
    Stack stack() throws SQLException, IOException {
      // What they are asked to run must fit into the answer, however long the roles' names are.
      var stack = beside(Server.STRANGER, "tables", "uid");
      var longest = stack.database() + "x".repeat(53 - stack.database().length());
      return Stack.named(longest, stack.database(), stack.owner());
    }
  },
  STANDING_EXPORTS {
    @Override
    Stack stack() throws SQLException, IOException {
      var stack = beside(Server.RELATIVE, "tables", "uid", "scene_exports");
      export(stack.database());
      return stack;
    }
  };

  abstract Stack stack() throws SQLException, IOException;

  /** Puts an export into a database, with all that belongs to it. */
  static void export(String database) throws SQLException {
    Server.sql(
        database,
        """
        WITH the_user AS (
            INSERT INTO auth.users (id) VALUES (gen_random_uuid()) RETURNING id),
        the_video AS (
            INSERT INTO videos (id, owner_id, storage_path)
            SELECT gen_random_uuid(), id, 'holiday.mp4' FROM the_user RETURNING id),
        the_scene AS (
            INSERT INTO scenes (id, video_id, start_s, end_s)
            SELECT gen_random_uuid(), id, 0, 1 FROM the_video RETURNING id)
        INSERT INTO scene_exports (scene_id, user_id, aspect_ratio_strategy, output_quality)
        SELECT the_scene.id, the_user.id, 'center_crop', 'high' FROM the_scene, the_user
        """);
  }

  private static Stack beside(DatabaseSecret neighbour, String... files)
      throws SQLException, IOException {
    var database = Server.database();
    Server.settle(neighbour, database, files);
    return Stack.on(database, Server.OWNER);
  }
}
