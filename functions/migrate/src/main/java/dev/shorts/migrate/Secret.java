package dev.shorts.migrate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shorts.json.Json;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A secret of a role of the database, as RDS makes it or we do: who logs in, and how. */
record Secret(Map<String, Object> fields) {

  static Secret of(String json) {
    return new Secret(Json.object(json.getBytes(UTF_8)));
  }

  String username() {
    return field("username");
  }

  String password() {
    return field("password");
  }

  /**
   * @param endpoint {@code host:port}
   * @param time after which the server ends a statement
   */
  DataSource dataSource(String endpoint, String database, Duration time) {
    var source = new PGSimpleDataSource();
    source.setUrl("jdbc:postgresql://%s/%s".formatted(endpoint, database));
    source.setUser(username());
    source.setPassword(password());
    source.setOptions("-c statement_timeout=" + time.toMillis());
    return source;
  }

  private String field(String name) {
    if (!fields.containsKey(name)) {
      throw new IllegalArgumentException("The secret of the database has no field " + name + ".");
    }
    return fields.get(name).toString();
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "Secret of " + fields.get("username");
  }
}
