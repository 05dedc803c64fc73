package dev.shorts.transcode.ffmpeg;

import dev.shorts.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Wraps one object of ffprobe's JSON, in which any field may be missing or of another type. */
public record ProbeJson(Map<String, Object> values) {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,12})?");

  /** Returns a field as text; "unknown", FFmpeg's own word, if it is missing. */
  public String text(String name) {
    return String.valueOf(values.getOrDefault(name, "unknown"));
  }

  /** Returns a field as a whole number; 0 if it is missing. */
  public int whole(String name) {
    return decimal(name).map(BigDecimal::intValue).orElse(0);
  }

  /** Returns a numeric field; ffprobe writes numbers as text or as JSON numbers. */
  public Optional<BigDecimal> decimal(String name) {
    var text = text(name);
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** Returns a nested object; an empty one if it is missing. */
  public ProbeJson object(String name) {
    return new ProbeJson(Json.object(values, name));
  }

  @SuppressWarnings("unchecked")
  public Stream<ProbeJson> objects(String name) {
    var list = values.get(name) instanceof List<?> objects ? objects : List.of();
    return list.stream().map(object -> new ProbeJson((Map<String, Object>) object));
  }
}
