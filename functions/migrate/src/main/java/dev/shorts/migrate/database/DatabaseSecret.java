package dev.shorts.migrate.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shorts.json.Json;
import java.util.Map;

/** A DatabaseSecret has the name and the password of a role, in the form that RDS writes. */
public record DatabaseSecret(Map<String, Object> fields) {

  public static DatabaseSecret of(String json) {
    return new DatabaseSecret(Json.object(json.getBytes(UTF_8)));
  }

  public String username() {
    return field("username");
  }

  public String password() {
    return field("password");
  }

  private String field(String name) {
    if (!fields.containsKey(name)) {
      throw new IllegalArgumentException("The secret of the database has no field " + name + ".");
    }
    return fields.get(name).toString();
  }

  /** Hides the password. */
  @Override
  public String toString() {
    return "Secret of " + fields.get("username");
  }
}
