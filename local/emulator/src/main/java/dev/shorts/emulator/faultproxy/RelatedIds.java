package dev.shorts.emulator.faultproxy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.emulator.httpproxy.ProxyRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Finds the ids that a call concerns: the UUIDs in its text and their owners. The deletion of a
 * message concerns the ids in that message, which it names by receipt handle only.
 */
final class RelatedIds {

  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final ProxiedApplication application;
  private final Map<String, String> owners = new ConcurrentHashMap<>();
  private final Map<String, String> bodiesByReceiptHandle = new ConcurrentHashMap<>();

  RelatedIds(ProxiedApplication application) {
    this.application = application;
  }

  /**
   * @throws IllegalArgumentException if {@code text} is no UUID
   */
  static String id(String text) {
    var id = text.toLowerCase(Locale.ROOT);
    if (!UUID.matcher(id).matches()) {
      throw FaultJson.refusal("about is a UUID.");
    }
    return id;
  }

  /** The ids that a request concerns; learns an ownership if the request is a statement. */
  Set<String> of(AwsService service, String operation, ProxyRequest request) {
    return switch (service) {
      case RDS_DATA -> {
        learnOwner(operation, request.json());
        yield in(request.text());
      }
      case SQS -> in(operation.equals("DeleteMessage") ? deleted(request) : request.text());
      case S3, SECRETS_MANAGER, LAMBDA -> in(request.text());
    };
  }

  /** The ids in {@code text} and the owners of those. */
  Set<String> in(String text) {
    var ids = new HashSet<String>();
    UUID.matcher(text).results().forEach(found -> ids.add(found.group()));
    for (var id : Set.copyOf(ids)) {
      if (owners.containsKey(id)) {
        ids.add(owners.get(id));
      }
    }
    return ids;
  }

  /** Remembers the bodies of the messages in a response of SQS, by receipt handle. */
  void learnMessages(byte[] response) {
    for (var message : JsonCodec.tree(response).path("Messages")) {
      bodiesByReceiptHandle.put(
          message.path("ReceiptHandle").asText(), message.path("Body").asText());
    }
  }

  private String deleted(ProxyRequest request) {
    var receiptHandle = request.json().path("ReceiptHandle").asText();
    return bodiesByReceiptHandle.getOrDefault(receiptHandle, "");
  }

  private void learnOwner(String sqlFunction, JsonNode statement) {
    var parameters = new HashMap<String, String>();
    for (var parameter : statement.path("parameters")) {
      var value = parameter.path("value").path("stringValue");
      if (value.isTextual()) {
        parameters.put(parameter.path("name").asText(), value.asText());
      }
    }
    application
        .ownership(sqlFunction, parameters)
        .ifPresent(ownership -> owners.put(ownership.id(), ownership.owner()));
  }
}
