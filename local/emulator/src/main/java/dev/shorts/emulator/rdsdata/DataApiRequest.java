package dev.shorts.emulator.rdsdata;

import static java.util.stream.Collectors.joining;

import dev.shorts.emulator.host.JsonCodec;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the members of a request, with AWS's errors for those that are missing or wrong. */
record DataApiRequest(Map<String, Object> members) {

  static DataApiRequest parse(byte[] body) {
    try {
      return new DataApiRequest(JsonCodec.map(body));
    } catch (IOException e) {
      throw new DataApiError(400, "SerializationException", "not a JSON object");
    }
  }

  /**
   * Refuses a member that AWS may know and this emulator does not: ignoring it would make the two
   * behave differently.
   */
  void requireOnly(Set<String> names) {
    String unknown =
        members.keySet().stream().filter(name -> !names.contains(name)).collect(joining(", "));
    if (!unknown.isEmpty()) {
      throw DataApiError.badRequest("The local Data API does not know " + unknown);
    }
  }

  String text(String name) {
    return optional(name).orElseThrow(() -> DataApiError.badRequest(name + " is missing"));
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(members.get(name)).map(value -> as(String.class, name, value));
  }

  boolean flag(String name) {
    return Optional.ofNullable(members.get(name))
        .map(value -> as(Boolean.class, name, value))
        .orElse(false);
  }

  /** The elements of a list; empty if the member is absent. */
  List<?> list(String name) {
    Object value = members.get(name);
    return value == null ? List.of() : as(List.class, name, value);
  }

  /** Reads an object within a request. */
  static DataApiRequest object(Object value) {
    Map<String, Object> members = new LinkedHashMap<>();
    Map<?, ?> map = as(Map.class, "a parameter", value);
    map.forEach((name, member) -> members.put((String) name, member));
    return new DataApiRequest(members);
  }

  private static <T> T as(Class<T> type, String name, Object value) {
    if (!type.isInstance(value)) {
      throw new DataApiError(400, "SerializationException", name + " has the wrong type");
    }
    return type.cast(value);
  }
}
