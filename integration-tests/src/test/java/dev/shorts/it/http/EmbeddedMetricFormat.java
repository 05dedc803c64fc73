package dev.shorts.it.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** CloudWatch's schema, against which every line that carries metrics is held. */
public final class EmbeddedMetricFormat {

  private static final String LOCATION = "https://shorts.dev/embedded-metric-format.json";

  private final Schema schema;

  public EmbeddedMetricFormat() {
    schema =
        SchemaRegistry.withDefaultDialect(
                Dialects.getDraft7(), builder -> builder.schemas(Map.of(LOCATION, text())))
            .getSchema(SchemaLocation.of(LOCATION));
  }

  /** What is wrong with {@code line}. */
  public List<String> errors(String line) {
    return schema.validate(line, InputFormat.JSON).stream().map(String::valueOf).toList();
  }

  private static String text() {
    try (var file =
        EmbeddedMetricFormat.class.getResourceAsStream("/embedded-metric-format.json")) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
