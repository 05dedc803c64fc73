package dev.shorts.migrate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The preflight as {@code make preflight} runs it. */
@Execution(ExecutionMode.CONCURRENT)
class PreflightCommandTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Platform platform = new Platform();
  private final String url =
      "postgres://owner:owner%%27s%%20secret@%s/%s"
          .formatted(Server.endpoint(), platform.stack().database());

  PreflightCommandTest() throws SQLException {}

  @Test
  void aDatabaseThatIsReadyExitsWithZero() {
    assertThat(run(Map.of("DATABASE_URL", url + "?sslmode=prefer"))).isZero();
    assertThat(printed.toString(UTF_8))
        .startsWith("The database %s is ready".formatted(platform.stack().database()));
  }

  @Test
  void everyMissIsPrintedAndExitsWithOne() throws SQLException {
    platform.hasUsers();
    platform.has(
        "CREATE TABLE videos (id uuid PRIMARY KEY, user_id uuid, storage_path text); INSERT INTO"
            + " videos VALUES (gen_random_uuid(), NULL, '/a'), (gen_random_uuid(), NULL,"
            + " 's3://b/c'), (gen_random_uuid(), NULL, ''), (gen_random_uuid(), NULL, 'fine.mp4')");

    assertThat(run(Map.of("DATABASE_URL", url))).isOne();

    assertThat(printed.toString(UTF_8))
        .contains(
            "1. public.videos has no column owner_id",
            "2. There is no table public.scenes.",
            "Note: 1 of 4 storage paths in public.videos begin with a slash",
            "Note: 1 of 4 storage paths in public.videos are URLs (such as s3://…)",
            "Note: 1 of 4 storage paths in public.videos are empty")
        .doesNotContain("secret");
  }

  @Test
  void theParametersOfTheDeploymentAreTaken() throws SQLException {
    var more = new HashMap<>(Map.of("DATABASE_URL", url, "CREATE_TABLES", "no"));
    assertThat(run(more)).isOne();
    more.put("CREATE_TABLES", "perhaps");
    assertThat(run(more)).isOne();
    more.put("CREATE_TABLES", "auto");
    more.put("STACK", "s".repeat(60));
    assertThat(run(more)).isOne();

    assertThat(printed.toString(UTF_8).lines())
        .anySatisfy(line -> assertThat(line).contains("CreateTables is no."))
        .anySatisfy(line -> assertThat(line).contains("may be one of [auto, yes, no]"))
        .anySatisfy(line -> assertThat(line).contains("Give the stack a shorter name."));
  }

  @Test
  void aDatabaseThatIsNotThereIsNamed() {
    assertThat(refusal(url + "_none"))
        .startsWith("There is no database %s_none on 127".formatted(platform.stack().database()));
    assertThat(refusal("postgres://owner:secret@nowhere.invalid/platform"))
        .isEqualTo("There is no host nowhere.invalid, or it has no address here.\n");
    assertThat(refusal("postgres://owner:secret@127.0.0.1:1/platform"))
        .startsWith("127.0.0.1:1 can't be looked at: Connection to 127.0.0.1:1 refused.");
  }

  @Test
  void aWrongOrMissingPasswordIsToldInOneLine() {
    assertThat(refusal(url.replace("secret", "secrets")))
        .endsWith("FATAL: password authentication failed for user \"owner\"\n");
    assertThat(refusal(url.replaceFirst(":owner[^@]*@", "@")))
        .contains("authentication", "password");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgers://", "mysql://", "jdbc:postgresql://", "owner:"})
  void anotherSchemeIsRefused(String scheme) {
    assertThat(refusal(url.replace("postgres://", scheme)))
        .isEqualTo("DATABASE_URL must begin with postgres:// or postgresql://.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "postgres://localhost",
        "postgres://owner:the secret@localhost/platform",
        "postgres://owner:100%secret@localhost/platform",
        "postgres://owner:#secret@localhost/platform",
        "postgres://owner:a/secret@localhost/platform",
        "postgres://owner:a@secret@localhost/platform",
        "postgres://owner:secret@localhost:port/platform"
      })
  void aUrlThatCannotBeReadIsNeverPrinted(String unreadable) {
    assertThat(refusal(unreadable)).startsWith("Say which database: DATABASE_URL=postgres://user:");
  }

  /** The one line that is printed. */
  private String refusal(String unusable) {
    printed.reset();
    assertThat(run(Map.of("DATABASE_URL", unusable))).isOne();
    assertThat(printed.toString(UTF_8)).hasLineCount(1).doesNotContain("secret");
    return printed.toString(UTF_8);
  }

  private int run(Map<String, String> environment) {
    return PreflightCommand.run(environment, new PrintStream(printed, true, UTF_8));
  }
}
