package dev.shorts.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The migrations beside other people's tables, with row level security of their own. */
class NeighboursTest {

  private static final String RELATIVE = "relative"; // the migrating user is a member of it
  private static final String STRANGER = "stranger"; // it is no member of this one

  private final Database database = Server.empty();

  @BeforeAll
  static void createTheirRoles() throws SQLException {
    Session superuser = Server.empty().superuser();
    superuser.run("CREATE ROLE %s LOGIN; CREATE ROLE %s LOGIN".formatted(RELATIVE, STRANGER));
    superuser.run("GRANT %s TO %s".formatted(RELATIVE, Server.OWNER));
  }

  @Test
  void whatAMemberOfTheirRoleMayGrantIsGranted() throws SQLException, IOException {
    build(RELATIVE, "tables", "uid");

    migrate();

    exportsOneOfTheirScenes();
  }

  @Test
  void otherwiseTheOwnerIsToldWhatToRunAndThenItGoesOn() throws SQLException, IOException {
    build(STRANGER, "tables", "uid");

    String told = catchThrowable(this::migrate).getMessage();

    assertThat(told).contains("is no member of the roles that own what we need");
    List<String> statements =
        told.lines().filter(line -> line.endsWith("; -- as " + STRANGER)).toList();
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
            CREATE POLICY shorts_export_user_reads ON public.scenes FOR SELECT TO "shorts-demo-api" USING (EXISTS (SELECT FROM public.videos v WHERE v.id = video_id AND v.owner_id = auth.uid())); -- as stranger
            CREATE POLICY shorts_export_worker_reads ON public.scenes FOR SELECT TO "shorts-demo-worker" USING (true); -- as stranger
            """
                .split("\n"));
    for (String statement : statements) {
      database.as(STRANGER).run(statement);
    }
    migrate();
    exportsOneOfTheirScenes();
  }

  @Test
  void theOwnerOfAuthIsAskedForAPlaceForUid() throws SQLException, IOException {
    build(STRANGER, "tables");

    assertThat(catchThrowable(this::migrate))
        .hasMessageContaining("GRANT USAGE, CREATE ON SCHEMA auth TO shorts_owner;");
  }

  /** As it was before PostgreSQL 15, and still is in a database that was upgraded since. */
  @Test
  void aSchemaInWhichEverybodyMayCreateThingsIsRefused() throws SQLException {
    Session superuser = database.superuser();
    superuser.run("GRANT CREATE ON SCHEMA public TO PUBLIC");

    String told = catchThrowable(this::migrate).getMessage();

    assertThat(told).contains("REVOKE CREATE ON SCHEMA public FROM PUBLIC;");
    superuser.run("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    migrate();
    assertThat(database.user().export()).isNotNull();
  }

  @Test
  void exportsThatStoodBeforeAreMadeToo() throws SQLException, IOException {
    build(RELATIVE, "tables", "uid", "scene_exports");
    User user = database.user();
    UUID export = Ids.next();
    database
        .superuser()
        .run(
            """
            INSERT INTO scene_exports
                (id, scene_id, user_id, aspect_ratio_strategy, output_quality, created_at, expires_at)
            VALUES (?, ?, ?, 'center_crop', 'high', now() - interval '1 hour', now() + interval '23 hours')
            """,
            export,
            user.scene("0.1", "45.3"),
            user.id());
    database.superuser().run("ALTER TABLE scene_exports FORCE ROW LEVEL SECURITY");

    migrate();

    assertThat(user.get(export)).hasSize(1);
    Row claim = Worker.on(database).claim(export);
    assertThat(claim.text("outcome")).isEqualTo("claimed");
    assertThat(claim.get("start_s")).isEqualTo(new BigDecimal("0.1"));
    assertThat(claim.get("end_s")).isEqualTo(new BigDecimal("45.3"));
    assertThat(claim.text("source_path")).isEqualTo("holiday.mp4");
    assertThat(claim.time("deadline_at")).isEqualTo(claim.time("created_at").plusSeconds(7200));
  }

  @Test
  void whatStoodBeforeIsShownSweptClaimedAndExpiredHoweverLittleItSays()
      throws SQLException, IOException {
    build(RELATIVE, "tables", "uid", "scene_exports");
    User user = database.user();
    UUID done = stood(user, "completed", "center_crop", "1 hour");
    UUID failed = stood(user, "failed", "center_crop", "1 hour");
    UUID underWay = stood(user, "processing", "letterbox", "1 hour");
    UUID smart = stood(user, "pending", "smart_crop", "1 hour");
    UUID late = stood(user, "processing", "center_crop", "3 hours");
    UUID expired = stood(user, "completed", "center_crop", "25 hours");

    migrate();

    Row shown = user.get(done).getFirst();
    assertThat(shown.text("storage_path"))
        .isEqualTo("exports/%s/%s.mp4".formatted(user.id(), done));
    assertThat(shown.time("completed_at")).isEqualTo(shown.time("created_at"));
    assertThat(shown.get("file_size_bytes")).isNull();
    assertThat(user.get(failed).getFirst().text("error_message")).startsWith("We could not make");
    assertThat(user.get(failed).getFirst().get("completed_at")).isNotNull();
    var cleanup = Cleanup.on(database);
    assertThat(cleanup.sweep())
        .containsOnly(entry(underWay, "requeue"), entry(smart, "requeue"), entry(late, "failed"));
    var worker = Worker.on(database);
    assertThat(worker.claim(underWay).text("outcome")).isEqualTo("claimed");
    assertThat(worker.claim(smart).text("reason")).isEqualTo("NOT_OFFERED");
    assertThat(worker.claim(done).text("outcome")).isEqualTo("nothing_to_do");
    assertThat(cleanup.expired()).containsExactly(expired);
    assertThat(user.get(expired).getFirst().yes("expired")).isTrue();
  }

  /** As an export may stand there that the system before left: with nothing that may be null. */
  private UUID stood(User user, String status, String strategy, String age) throws SQLException {
    UUID export = Ids.next();
    database
        .superuser()
        .run(
            """
            INSERT INTO scene_exports
                (id, scene_id, user_id, status, aspect_ratio_strategy, output_quality, created_at, expires_at)
            SELECT ?, ?, ?, ?, ?, 'high', past, past + interval '24 hours'
              FROM (SELECT now() - CAST(? AS interval) AS past) before
            """,
            export,
            user.scene("0.1", "45.3"),
            user.id(),
            status,
            strategy,
            age);
    return export;
  }

  private void build(String owner, String... parts) throws SQLException, IOException {
    database.superuser().run("GRANT CREATE ON DATABASE %s TO %s".formatted(database.name(), owner));
    database.superuser().run("GRANT CREATE ON SCHEMA public TO " + owner);
    for (String part : parts) {
      try (var sql = getClass().getResourceAsStream("/neighbours/%s.sql".formatted(part))) {
        database.as(owner).run(new String(sql.readAllBytes(), UTF_8));
      }
    }
  }

  private void migrate() {
    Server.flyway(database.name(), Server.OWNER).migrate();
  }

  private void exportsOneOfTheirScenes() throws SQLException {
    User user = database.user();
    UUID export = user.export();
    assertThat(Worker.on(database).claim(export).text("outcome")).isEqualTo("claimed");
    assertThat(Request.of(user.scene("0", "1")).by(database.user()).text("outcome"))
        .isEqualTo("scene_not_found");
  }
}
