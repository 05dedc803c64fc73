package dev.shorts.it.http;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code openapi.yaml}, against which every answer is held. */
public final class OpenApi {

  private static final String LOCATION = "https://shorts.dev/openapi.yaml";

  /** Every answer has them, whoever made it. */
  private static final Set<String> OF_THE_GATEWAY =
      Set.of(
          "apigw-requestid",
          "connection",
          "content-length",
          "content-type",
          "date",
          "transfer-encoding");

  private static final Set<Integer> ALL_KNOWN = Set.of(200, 202, 429);

  private final Map<?, ?> document;
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private OpenApi(String yaml) {
    document = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    registry =
        SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(LOCATION, yaml)));
  }

  public static OpenApi read(Path file) {
    try {
      return new OpenApi(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param route as in the document, such as {@code /v1/exports/{export_id}}
   * @throws AssertionError if the document does not foresee this answer
   */
  public void check(String method, String route, ApiAnswer answer) {
    var response =
        resolve(
            "/paths/%s/%s/responses/%s"
                .formatted(escaped(route), method.toLowerCase(), answer.status()));
    var errors = new ArrayList<String>();
    errors.addAll(bodyErrors(response + "/content/application~1json/schema", answer));
    errors.addAll(headerErrors(response + "/headers", answer));
    if (!answer.header("content-type").equals("application/json")) {
      errors.add("its type is " + answer.header("content-type"));
    }
    if (!errors.isEmpty()) {
      throw new AssertionError(
          "%s %s answered %s %s, which is not what openapi.yaml says: %s"
              .formatted(method, route, answer.shown(), answer.headers().map(), errors));
    }
  }

  /** An answer to an address that the document does not have. */
  public void checkNotFound(ApiAnswer answer) {
    var errors = bodyErrors("/components/schemas/NotFound", answer);
    if (answer.status() != 404 || !errors.isEmpty()) {
      throw new AssertionError("not found is told another way: " + answer.shown() + errors);
    }
  }

  private List<String> bodyErrors(String schema, ApiAnswer answer) {
    return errors(schema, answer.content());
  }

  /** No header of ours that is not described, none of another form, and none that is missing. */
  private List<String> headerErrors(String headers, ApiAnswer answer) {
    var errors = new ArrayList<String>();
    var described = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    if (find(headers) instanceof Map<?, ?> map) {
      map.keySet().forEach(name -> described.put("" + name, resolve(headers + "/" + name)));
    }
    for (var name : answer.headers().map().keySet()) {
      if (described.containsKey(name)) {
        errors.addAll(errors(described.get(name) + "/schema", asJson(answer.header(name))));
      } else if (!OF_THE_GATEWAY.contains(name.toLowerCase())) {
        errors.add("header " + name + " is not described");
      }
    }
    if (isOurs(answer)) {
      var missing = new TreeSet<>(described.keySet());
      missing.removeIf(name -> answer.headers().firstValue(name).isPresent());
      // The others carry what is known by then.
      missing.removeIf(
          name -> !name.equals("Cache-Control") && !ALL_KNOWN.contains(answer.status()));
      missing.forEach(name -> errors.add("header " + name + " is missing"));
    }
    return errors;
  }

  /** The gateway's own answers have only a message. */
  private static boolean isOurs(ApiAnswer answer) {
    return answer.status() / 100 == 2 || answer.body().containsKey("error_code");
  }

  private static String asJson(String header) {
    return header.matches("-?[0-9]+") ? header : "\"" + header.replace("\"", "\\\"") + "\"";
  }

  private List<String> errors(String schema, String json) {
    return schemas
        .computeIfAbsent(schema, at -> registry.getSchema(SchemaLocation.of(LOCATION + "#" + at)))
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  /** Where it is described: at {@code pointer}, or where a $ref there leads. */
  private String resolve(String pointer) {
    if (!(find(pointer) instanceof Map<?, ?> node)) {
      throw new AssertionError("openapi.yaml has no " + pointer);
    }
    return node.get("$ref") instanceof String reference ? reference.substring(1) : pointer;
  }

  private Object find(String pointer) {
    Object node = document;
    for (var part : pointer.substring(1).split("/")) {
      node = node instanceof Map<?, ?> map ? map.get(unescaped(part)) : null;
    }
    return node;
  }

  private static String escaped(String part) {
    return part.replace("~", "~0").replace("/", "~1");
  }

  private static String unescaped(String part) {
    return part.replace("~1", "/").replace("~0", "~");
  }
}
