package dev.shorts.emulator.faultproxy;

import dev.shorts.emulator.faultproxy.ProxyRequest.Body;
import dev.shorts.emulator.host.JsonCodec;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What belongs to what: a call that names an export is about its user too, although it doesn't say
 * so, and one that names a message is about the message's export.
 */
final class ExportOwnership {

  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Map<String, String> users = new ConcurrentHashMap<>();

  /** What each message says, by the receipt that it is deleted with. */
  private final Map<String, String> bodies = new ConcurrentHashMap<>();

  /**
   * @throws IllegalArgumentException if {@code text} is no id of a user or an export
   */
  static String id(String text) {
    var id = text.toLowerCase(Locale.ROOT);
    if (!UUID.matcher(id).matches()) {
      throw FaultJson.refusal("about is the UUID of a user or an export.");
    }
    return id;
  }

  /** The ids that a request concerns. */
  Set<String> about(String operation, ProxyRequest request) {
    return switch (operation) {
      case "create_scene_export" -> {
        learnUser(json(request));
        yield about(request.text());
      }
      case "DeleteMessage" ->
          about(bodies.getOrDefault(String.valueOf(json(request).get("ReceiptHandle")), ""));
      default -> about(request.text());
    };
  }

  /** The ids that stand in {@code text}, and what belongs to them. */
  Set<String> about(String text) {
    var ids = new HashSet<String>();
    UUID.matcher(text).results().forEach(found -> ids.add(found.group()));
    for (var id : Set.copyOf(ids)) {
      if (users.containsKey(id)) {
        ids.add(users.get(id));
      }
    }
    return ids;
  }

  /** A queue answers with messages: which receipt is whose. */
  void learnMessages(byte[] answer) {
    for (var message : list(read(answer).get("Messages"))) {
      if (message instanceof Map<?, ?> map) {
        bodies.put(String.valueOf(map.get("ReceiptHandle")), String.valueOf(map.get("Body")));
      }
    }
  }

  private void learnUser(Map<String, ?> statement) {
    var parameters = new HashMap<String, String>();
    for (var parameter : list(statement.get("parameters"))) {
      if (parameter instanceof Map<?, ?> map && map.get("value") instanceof Map<?, ?> value) {
        parameters.put(String.valueOf(map.get("name")), String.valueOf(value.get("stringValue")));
      }
    }
    if (parameters.keySet().containsAll(Set.of("export_id", "user_id"))) {
      users.put(parameters.get("export_id"), parameters.get("user_id"));
    }
  }

  static Map<String, Object> json(ProxyRequest request) {
    return request.body() instanceof Body.Held(var bytes) ? read(bytes) : Map.of();
  }

  private static Map<String, Object> read(byte[] json) {
    try {
      return json.length == 0 ? Map.of() : JsonCodec.map(json);
    } catch (IOException _) {
      return Map.of(); // the service will say what is wrong with it
    }
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
