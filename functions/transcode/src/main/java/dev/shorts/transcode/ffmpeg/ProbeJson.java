package dev.shorts.transcode.ffmpeg;

import dev.shorts.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One object of ffprobe's JSON, in which anything may be missing or of another kind. */
public record ProbeJson(Map<String, Object> values) {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,12})?");

  /** "unknown" where there is none, as FFmpeg itself says. */
  public String text(String name) {
    return String.valueOf(values.getOrDefault(name, "unknown"));
  }

  /** 0 where there is none. */
  public int whole(String name) {
    return decimal(name).map(BigDecimal::intValue).orElse(0);
  }

  /** ffprobe writes numbers as text or as numbers. */
  public Optional<BigDecimal> decimal(String name) {
    var text = text(name);
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** Empty where there is none. */
  public ProbeJson object(String name) {
    return new ProbeJson(Json.object(values, name));
  }

  @SuppressWarnings("unchecked")
  public Stream<ProbeJson> objects(String name) {
    var list = values.get(name) instanceof List<?> objects ? objects : List.of();
    return list.stream().map(object -> new ProbeJson((Map<String, Object>) object));
  }
}
