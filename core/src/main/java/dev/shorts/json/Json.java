package dev.shorts.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Reads and writes JSON as maps, lists, text, numbers and booleans. */
public final class Json {

  /** Lambda's limit: what a caller names, such as a query's parameters, is a name in an event. */
  private static final int LONGEST_EVENT = 6 << 20;

  /** No doubled names, no deep nesting; decimals stay decimals. */
  private static final JSON STRICT =
      JSON.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(100)
                          .maxNameLength(LONGEST_EVENT)
                          .build())
                  .build())
          .enable(JSON.Feature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JSON.Feature.WRITE_NULL_PROPERTIES)
          .enable(JSON.Feature.FAIL_ON_UNKNOWN_TYPE_WRITE)
          .build();

  private Json() {}

  /** The text is not JSON. */
  public static class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException(JsonProcessingException cause) {
      super(cause.getOriginalMessage(), cause);
    }
  }

  /** An object that holds one name twice. */
  public static final class DoubledNameException extends MalformedException {
    private static final long serialVersionUID = 1L;

    private final String name;

    DoubledNameException(String name, JsonProcessingException cause) {
      super(cause);
      this.name = name;
    }

    public String name() {
      return name;
    }
  }

  /** Reads one JSON value: a map, a list, text, a number, a boolean or null. */
  public static Object read(String text) throws MalformedException {
    try (var parser = STRICT.createParser(text)) {
      return only(parser);
    } catch (JsonProcessingException e) {
      throw new MalformedException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object only(JsonParser parser) throws IOException, MalformedException {
    try {
      var value = STRICT.anyFrom(parser);
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "more than one value");
      }
      return value;
    } catch (JsonParseException e) {
      // Jackson has no type of its own for it.
      throw e.getOriginalMessage().startsWith("Duplicate field")
          ? new DoubledNameException(parser.currentName(), e)
          : new MalformedException(e);
    }
  }

  /** Reads an object that another program wrote, such as Lambda's event or ffprobe's report. */
  public static Map<String, Object> object(byte[] utf8) {
    try {
      return STRICT.mapFrom(utf8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A nested object of {@code parent}; empty if there is none. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> object(Map<String, Object> parent, String name) {
    return parent.get(name) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  public static String write(Object value) {
    try {
      return STRICT.asString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
