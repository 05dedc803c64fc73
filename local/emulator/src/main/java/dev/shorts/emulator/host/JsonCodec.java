package dev.shorts.emulator.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Map;

/**
 * Reads and writes JSON with one shared {@link ObjectMapper}, for the emulator and the tools around
 * it.
 */
public final class JsonCodec {

  public static final ObjectMapper MAPPER = new ObjectMapper();

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private JsonCodec() {}

  /** Writes maps, lists, text, numbers and booleans. */
  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Writes the same as {@link #bytes}, as text. */
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * Reads a JSON object; null for the JSON word null.
   *
   * @throws IOException if {@code json} is not a JSON object
   */
  public static Map<String, Object> map(byte[] json) throws IOException {
    return MAPPER.readValue(json, OBJECT);
  }

  /** Reads the same as {@link #map(byte[])}, from text. */
  public static Map<String, Object> map(String json) throws IOException {
    return MAPPER.readValue(json, OBJECT);
  }

  /** Reads any JSON value; a missing node if {@code json} is empty or no JSON. */
  public static JsonNode tree(byte[] json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException _) {
      return MissingNode.getInstance();
    }
  }
}
