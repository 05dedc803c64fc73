package dev.shorts.it;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code openapi.yaml}, against which every answer is held. */
final class OpenApi {

  private static final String LOCATION = "https://shorts.dev/openapi.yaml";

  private final Map<?, ?> document;
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private OpenApi(String yaml) {
    document = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    registry =
        SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(LOCATION, yaml)));
  }

  static OpenApi read(Path file) {
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
  void check(String method, String route, Answer answer) {
    var pointer =
        "/paths/%s/%s/responses/%s"
            .formatted(escaped(route), method.toLowerCase(), answer.status());
    var response = resolve(pointer);
    var schema = response + "/content/application~1json/schema";
    var errors =
        schemas
            .computeIfAbsent(
                schema, at -> registry.getSchema(SchemaLocation.of(LOCATION + "#" + at)))
            .validate(answer.response().body(), InputFormat.JSON);
    if (!errors.isEmpty()) {
      throw new AssertionError(
          "%s %s answered %s, which is not what openapi.yaml says: %s"
              .formatted(method, route, answer.shown(), errors));
    }
  }

  /** Where the answer is described: at {@code pointer}, or where a $ref there leads. */
  private String resolve(String pointer) {
    Object node = document;
    for (var part : pointer.substring(1).split("/")) {
      node = node instanceof Map<?, ?> map ? map.get(unescaped(part)) : null;
      if (node == null) {
        throw new AssertionError("openapi.yaml has no " + pointer);
      }
    }
    return ((Map<?, ?>) node).get("$ref") instanceof String reference
        ? reference.substring(1)
        : pointer;
  }

  private static String escaped(String part) {
    return part.replace("~", "~0").replace("/", "~1");
  }

  private static String unescaped(String part) {
    return part.replace("~1", "/").replace("~0", "~");
  }
}
