package dev.shorts.local.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What belongs to what: a call that names an export is about its user too, although it doesn't say
 * so, and one that names a message is about the message's export.
 */
final class Links {

  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Map<String, String> users = new ConcurrentHashMap<>();
  private final Map<String, String> exports = new ConcurrentHashMap<>();

  /** The ids that a request concerns. */
  Set<String> about(Service service, String operation, Request request) {
    if (operation.equals("create_scene_export")) {
      learnUser(request);
    }
    var text = request.text();
    if (operation.equals("DeleteMessage")) {
      text = exports.getOrDefault(receipt(request), "");
    }
    return about(text);
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

  /** A queue answers with messages: which export each receipt stands for. */
  void learnMessages(byte[] answer) {
    for (var message : list(read(answer).get("Messages"))) {
      if (message instanceof Map<?, ?> map) {
        exports.put(String.valueOf(map.get("ReceiptHandle")), String.valueOf(map.get("Body")));
      }
    }
  }

  private void learnUser(Request request) {
    var parameters = new ConcurrentHashMap<String, String>();
    for (var parameter : list(json(request).get("parameters"))) {
      if (parameter instanceof Map<?, ?> map && map.get("value") instanceof Map<?, ?> value) {
        parameters.put(String.valueOf(map.get("name")), String.valueOf(value.get("stringValue")));
      }
    }
    users.put(parameters.get("export_id"), parameters.get("user_id"));
  }

  private static String receipt(Request request) {
    return String.valueOf(json(request).get("ReceiptHandle"));
  }

  private static Map<String, Object> json(Request request) {
    return read(request.small().orElse("{}".getBytes(UTF_8)));
  }

  private static Map<String, Object> read(byte[] json) {
    try {
      return json.length == 0 ? Map.of() : JSON.std.mapFrom(json);
    } catch (IOException _) {
      return Map.of(); // the service will say what is wrong with it
    }
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
