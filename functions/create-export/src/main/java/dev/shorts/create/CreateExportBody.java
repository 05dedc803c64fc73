package dev.shorts.create;

import dev.shorts.export.Quality;
import dev.shorts.export.Strategy;
import dev.shorts.http.ApiError;
import dev.shorts.http.ApiException;
import dev.shorts.http.ErrorCode;
import dev.shorts.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A CreateExportBody is the body of the request; each of its fields is optional. */
record CreateExportBody(Strategy strategy, Quality quality) {

  private static final int MAX_BYTES = 4096;

  /** Only JSON white space counts as an empty body (RFC 8259, 2). */
  private static final Pattern NOTHING = Pattern.compile("[ \\t\\r\\n]*");

  private static final String STRATEGY = "aspect_ratio_strategy";
  private static final String QUALITY = "output_quality";
  private static final List<String> FIELDS = List.of(STRATEGY, QUALITY);

  /**
   * @throws ApiException if the body does not hold what it may hold
   */
  static CreateExportBody parse(byte[] body) {
    var fields = fields(body);
    for (var name : fields.keySet()) {
      if (!FIELDS.contains(name)) {
        throw unknown(name);
      }
    }
    var strategy = value(fields, STRATEGY, Strategy.CENTER_CROP, Strategy.values(), Strategy::text);
    var quality = value(fields, QUALITY, Quality.HIGH, Quality.values(), Quality::text);
    if (strategy == Strategy.SMART_CROP) {
      throw new ApiException(
          new ApiError(
              ErrorCode.SMART_CROP_NOT_AVAILABLE,
              "smart_crop is not available yet. Please use center_crop or letterbox.",
              Map.of(STRATEGY, strategy.text())));
    }
    return new CreateExportBody(strategy, quality);
  }

  private static Map<String, Object> fields(byte[] body) {
    if (body.length > MAX_BYTES) {
      throw notAnObject("The body is too large: it may have at most 4096 bytes.");
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return NOTHING.matcher(text).matches() ? Map.of() : object(Json.read(text));
    } catch (CharacterCodingException _) {
      throw notAnObject("The body must be UTF-8.");
    } catch (Json.DoubledNameException e) {
      throw FIELDS.contains(e.name()) ? doubled(e.name()) : unknown(e.name());
    } catch (Json.MalformedException _) {
      throw notAnObject(
          "The body must be one JSON object, such as {\"output_quality\": \"medium\"}.");
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object value) {
    if (value == null) {
      return Map.of();
    }
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw notAnObject("The body must be a JSON object, such as {\"output_quality\": \"medium\"}.");
  }

  private static ApiException unknown(String name) {
    return new ApiException(
        ApiError.invalid(
            shown(name), FIELDS, "The body may hold only " + String.join(" and ", FIELDS) + "."));
  }

  private static ApiException doubled(String name) {
    return new ApiException(
        ApiError.invalid(name, "to be given once", name + " may be given only once."));
  }

  private static ApiException notAnObject(String message) {
    return new ApiException(
        ApiError.invalid("body", "a JSON object of at most 4096 bytes", message));
  }

  private static <T> T value(
      Map<String, Object> fields, String name, T absent, T[] values, Function<T, String> text) {
    var given = fields.get(name);
    if (given == null) {
      return absent;
    }
    return Arrays.stream(values)
        .filter(value -> text.apply(value).equals(given))
        .findFirst()
        .orElseThrow(
            () -> {
              var allowed = Arrays.stream(values).map(text).toList();
              return new ApiException(
                  ApiError.invalid(
                      name, allowed, name + " must be one of " + String.join(", ", allowed) + "."));
            });
  }

  /** A caller's own word, short enough to be sent back. */
  private static String shown(String name) {
    return name.length() <= 100 ? name : name.substring(0, 100) + "…";
  }
}
