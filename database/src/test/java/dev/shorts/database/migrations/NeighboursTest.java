package dev.shorts.database.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.shorts.database.driver.Database;
import dev.shorts.database.driver.Neighbours;
import dev.shorts.database.driver.Server;
import dev.shorts.database.driver.Session;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The migrations beside other people's tables, with row level security of their own. */
class NeighboursTest {

  private final Neighbours neighbours = new Neighbours(Server.empty());
  private final Database database = neighbours.database();

  @Test
  void whatAMemberOfTheirRoleMayGrantIsGranted() throws SQLException, IOException {
    neighbours.build(Neighbours.RELATIVE, "tables", "uid");

    neighbours.migrate();

    neighbours.exportOneOfTheirScenes();
  }

  @Test
  void otherwiseTheOwnerIsToldWhatToRunAndThenItGoesOn() throws SQLException, IOException {
    neighbours.build(Neighbours.STRANGER, "tables", "uid");

    String told = catchThrowable(neighbours::migrate).getMessage();

    assertThat(told).contains("is no member of the roles that own what we need");
    List<String> statements =
        told.lines().filter(line -> line.endsWith("; -- as " + Neighbours.STRANGER)).toList();
    assertThat(statements)
        .containsExactlyInAnyOrder(
            """
            GRANT USAGE ON SCHEMA auth TO shorts_owner, "shorts-demo-api"; -- as stranger
            GRANT REFERENCES (id) ON auth.users TO shorts_owner; -- as stranger
            GRANT REFERENCES (id) ON public.scenes TO shorts_owner; -- as stranger
            GRANT SELECT (id, owner_id, storage_path) ON public.videos TO "shorts-demo-api", "shorts-demo-worker"; -- as stranger
            GRANT SELECT (id, video_id, start_s, end_s) ON public.scenes TO "shorts-demo-api", "shorts-demo-worker"; -- as stranger
            CREATE POLICY shorts_export_user_reads ON public.videos FOR SELECT TO "shorts-demo-api" USING (owner_id = auth.uid()); -- as stranger
            CREATE POLICY shorts_export_worker_reads ON public.videos FOR SELECT TO "shorts-demo-worker" USING (true); -- as stranger
            CREATE POLICY shorts_export_user_reads ON public.scenes FOR SELECT TO "shorts-demo-api" USING (true); -- as stranger
            CREATE POLICY shorts_export_worker_reads ON public.scenes FOR SELECT TO "shorts-demo-worker" USING (true); -- as stranger
            """
                .split("\n"));
    for (String statement : statements) {
      database.as(Neighbours.STRANGER).run(statement);
    }
    neighbours.migrate();
    neighbours.exportOneOfTheirScenes();
  }

  @Test
  void theOwnerOfAuthIsAskedForAPlaceForUid() throws SQLException, IOException {
    neighbours.build(Neighbours.STRANGER, "tables");

    assertThat(catchThrowable(neighbours::migrate))
        .hasMessageContaining("GRANT USAGE, CREATE ON SCHEMA auth TO shorts_owner;");
  }

  /** As it was before PostgreSQL 15, and still is in a database that was upgraded since. */
  @Test
  void aSchemaInWhichEverybodyMayCreateThingsIsRefused() throws SQLException {
    Session superuser = database.superuser();
    superuser.run("GRANT CREATE ON SCHEMA public TO PUBLIC");

    String told = catchThrowable(neighbours::migrate).getMessage();

    assertThat(told).contains("REVOKE CREATE ON SCHEMA public FROM PUBLIC;");
    superuser.run("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    neighbours.migrate();
    assertThat(database.user().export()).isNotNull();
  }

  /** A policy of ours on scenes that looked at videos would go round in a circle with it. */
  @Test
  void aPolicyOnVideosMayLookAtScenes() throws SQLException, IOException {
    neighbours.build(Neighbours.RELATIVE, "tables", "uid");
    database
        .as(Neighbours.RELATIVE)
        .run(
            "CREATE POLICY shared ON videos USING (EXISTS (SELECT FROM scenes s WHERE s.video_id ="
                + " id))");

    neighbours.migrate();

    neighbours.exportOneOfTheirScenes();
  }

  @Test
  void rowSecurityMayBeSwitchedOnAfterTheMigration() throws SQLException, IOException {
    neighbours.build(Neighbours.RELATIVE, "tables", "uid");
    Session theirs = database.as(Neighbours.RELATIVE);
    for (String table : List.of("videos", "scenes")) {
      theirs.run(
          "ALTER TABLE %1$s DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY"
              .formatted(table));
    }
    neighbours.migrate();
    neighbours.exportOneOfTheirScenes();

    for (String table : List.of("videos", "scenes")) {
      theirs.run("ALTER TABLE %s ENABLE ROW LEVEL SECURITY".formatted(table));
    }

    neighbours.exportOneOfTheirScenes();
  }

  @Test
  void ourRolesAreLetInWhereEverybodyHasLostTheRightToConnect() throws SQLException {
    database
        .superuser()
        .run("REVOKE CONNECT ON DATABASE %s FROM PUBLIC".formatted(database.name()));

    neighbours.migrate();

    neighbours.exportOneOfTheirScenes();
  }

  @Test
  void anotherOwnerOfTheDatabaseIsAskedToLetOurRolesConnect() throws SQLException {
    String name = database.name();
    database
        .superuser()
        .run(
            """
            ALTER DATABASE %1$s OWNER TO %2$s;
            REVOKE CONNECT ON DATABASE %1$s FROM PUBLIC;
            GRANT CONNECT, CREATE ON DATABASE %1$s TO %3$s;
            GRANT CREATE ON SCHEMA public TO %3$s;
            """
                .formatted(name, Neighbours.STRANGER, Server.OWNER));

    String told = catchThrowable(neighbours::migrate).getMessage();

    String statement =
        "GRANT CONNECT ON DATABASE %s TO \"shorts-demo-api\", \"shorts-demo-worker\"; -- as stranger"
            .formatted(name);
    assertThat(told.lines()).contains(statement);
    database.as(Neighbours.STRANGER).run(statement);
    neighbours.migrate();
    neighbours.exportOneOfTheirScenes();
  }
}
