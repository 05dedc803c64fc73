package dev.shorts.migrate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.json.Json;
import dev.shorts.log.Log;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MigrateHandlerTest {

  private static final Secret API = Server.secret("stack-2-api", "secret of the api");
  private static final Secret WORKER = Server.secret("stack-2-worker", "secret of the worker");
  private static final Map<String, Object> SUCCESS =
      Map.of(
          "Status", "SUCCESS",
          "PhysicalResourceId", "schema-of-shorts-export",
          "StackId", "stack",
          "RequestId", "request",
          "LogicalResourceId", "Migration");

  private final CloudFormation cloudFormation = new CloudFormation();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  MigrateHandlerTest() throws IOException {}

  @AfterEach
  void close() {
    cloudFormation.close();
  }

  @Test
  void answersThatAStackWasMade() throws Exception {
    String database = Server.database();

    handle("Create", () -> new Migrate(Server.endpoint(), database, Server.owner(), API, WORKER));

    assertThat(cloudFormation.answer()).isEqualTo(SUCCESS);
    assertThat(log.toString(UTF_8)).contains("\"event\":\"migrated\"");
  }

  @Test
  void answersADeletionWithoutTouchingAnything() throws IOException {
    handle(
        "Delete",
        () -> {
          throw new AssertionError("touched");
        });

    assertThat(cloudFormation.answer()).isEqualTo(SUCCESS);
  }

  @Test
  void answersWithFlywaysWordsWhenAMigrationFails() throws IOException, SQLException {
    String database = Server.database();
    Server.administer("CREATE ROLE \"stack-2-mighty\" BYPASSRLS");

    handle(
        "Update",
        () ->
            new Migrate(
                Server.endpoint(),
                database,
                Server.owner(),
                Server.secret("stack-2-mighty", "hush"),
                WORKER));

    assertThat(cloudFormation.answer())
        .containsEntry("Status", "FAILED")
        .containsEntry("PhysicalResourceId", "schema-of-shorts-export");
    assertThat(cloudFormation.reason()).contains("The role stack-2-mighty may do too much");
    assertThat(cloudFormation.reason() + log).doesNotContain("hush", "secret of the worker");
  }

  @Test
  void answersWhenNotEvenTheStartWorks() throws IOException {
    handle(
        "Create",
        () -> {
          throw new IllegalStateException("the environment lacks DATABASE_NAME");
        });

    assertThat(cloudFormation.reason()).isEqualTo("the environment lacks DATABASE_NAME");
  }

  @Test
  void cutsALongReasonSoThatTheAnswerFits() throws IOException {
    handle(
        "Create",
        () -> {
          throw new IllegalStateException("x".repeat(10_000));
        });

    assertThat(cloudFormation.reason()).hasSizeLessThan(3000).endsWith("(the log has the rest)");
  }

  @Test
  void answersAgainWhenTheAnswerIsNotTaken() throws IOException {
    cloudFormation.refuse(2);

    handle("Delete", () -> null);

    assertThat(cloudFormation.answer()).isEqualTo(SUCCESS);
  }

  @Test
  void failsWhenNobodyTakesTheAnswer() {
    cloudFormation.refuse(3);

    assertThatThrownBy(() -> handle("Delete", () -> null)).hasMessageContaining("answers 503");
  }

  private void handle(String type, Supplier<Migrate> wiring) throws IOException {
    var event =
        Json.write(
            Map.of(
                "RequestType",
                type,
                "ResponseURL",
                cloudFormation.url(),
                "StackId",
                "stack",
                "RequestId",
                "request",
                "LogicalResourceId",
                "Migration",
                "ResourceProperties",
                Map.of("Code", "7")));
    new MigrateHandler(
            Log.to(new PrintStream(log, true), InstantSource.fixed(Instant.EPOCH)), wiring)
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(UTF_8)),
            OutputStream.nullOutputStream(),
            new TenMinutes());
  }
}
