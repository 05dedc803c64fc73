package dev.shorts.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;

/** A database with tables of a platform, whose owner the migrating role is a member of. */
record Platform(Stack stack) {

  /** Everything that a migration could leave behind. */
  private static final String CATALOG =
      """
      SELECT 'schema ' || nspname || ' ' || coalesce(nspacl::text, '')
        FROM pg_namespace WHERE nspname !~ '^pg_(temp|toast)'
      UNION ALL SELECT 'relation ' || oid || ' ' || relname || ' ' || coalesce(relacl::text, '') FROM pg_class
      UNION ALL SELECT 'column ' || attrelid || ' ' || attname || attacl::text FROM pg_attribute WHERE attacl IS NOT NULL
      UNION ALL SELECT 'function ' || oid || ' ' || coalesce(proacl::text, '') FROM pg_proc
      UNION ALL SELECT 'constraint ' || oid FROM pg_constraint
      UNION ALL SELECT 'policy ' || oid FROM pg_policy
      UNION ALL SELECT 'role ' || rolname FROM pg_roles WHERE rolname ~ ('_of_stack-of-' || current_database() || '$')
      ORDER BY 1
      """;

  Platform() throws SQLException {
    this(Stack.on(Server.database(), Server.OWNER));
    Server.sql(
        stack.database(),
        "GRANT CREATE ON DATABASE %1$s TO relative; GRANT CREATE ON SCHEMA public TO relative"
            .formatted(stack.database()));
  }

  /** The platform's owner runs {@code sql}. */
  void has(String sql) throws SQLException {
    Server.sql(Server.RELATIVE, stack.database(), sql);
  }

  /** The user table of the contract, with one user. */
  void hasUsers() throws SQLException {
    has(
        "CREATE SCHEMA auth; CREATE TABLE auth.users (id uuid PRIMARY KEY DEFAULT"
            + " gen_random_uuid()); INSERT INTO auth.users DEFAULT VALUES");
  }

  /** Tables as the contract has them, without row level security, and one scene. */
  void hasContract() throws SQLException {
    hasUsers();
    has(
        """
        CREATE TABLE videos (
            id uuid PRIMARY KEY DEFAULT gen_random_uuid(), owner_id uuid NOT NULL REFERENCES auth.users,
            storage_path text NOT NULL);
        CREATE TABLE scenes (
            id uuid PRIMARY KEY DEFAULT gen_random_uuid(), video_id uuid NOT NULL REFERENCES videos,
            start_s numeric NOT NULL, end_s numeric NOT NULL);
        INSERT INTO videos (owner_id, storage_path) SELECT id, 'holiday.mp4' FROM auth.users;
        INSERT INTO scenes (video_id, start_s, end_s) SELECT id, 1, 6 FROM videos;
        """);
  }

  /** The reason of a deployment that fails without having changed anything. */
  String refusal() throws SQLException, IOException {
    return refusal(stack);
  }

  String refusal(Stack deployed) throws SQLException, IOException {
    var before = Server.sql(stack.database(), CATALOG);

    var answer = deployed.deliver("Create");

    assertThat(answer.status()).isEqualTo("FAILED");
    assertThat(answer.reason())
        .startsWith(
            "The database %s is not ready, and nothing was changed.".formatted(stack.database()));
    assertThat(Server.sql(stack.database(), CATALOG)).isEqualTo(before);
    return answer.reason();
  }

  /** How many there are in {@code rows}, as the superuser sees them. */
  String count(String rows) throws SQLException {
    return Server.sql(stack.database(), "SELECT count(*) FROM " + rows).getFirst();
  }
}
