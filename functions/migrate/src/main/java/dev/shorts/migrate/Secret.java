package dev.shorts.migrate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shorts.json.Json;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A secret as RDS makes it: who logs in, how, and (the owner's) where. */
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
   * @param time after which the server ends a statement
   */
  DataSource dataSource(String database, Duration time) {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {field("host")});
    source.setPortNumbers(new int[] {Integer.parseInt(field("port"))});
    source.setDatabaseName(database);
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
