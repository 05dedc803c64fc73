package dev.shorts.transcode.plan;

import dev.shorts.json.Json;
import dev.shorts.transcode.plan.Probe.Picture;
import dev.shorts.transcode.plan.Probe.Sound;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what ffprobe wrote as JSON. */
public final class ProbeReader {

  /** All that {@link #read} looks at, for ffprobe's {@code -show_entries}. */
  public static final String ENTRIES =
      String.join(
          ":",
          "format=format_name,nb_streams,start_time,duration",
          "stream=index,codec_type,codec_name,width,height,sample_aspect_ratio,field_order"
              + ",color_range,color_space,color_transfer,color_primaries,r_frame_rate"
              + ",avg_frame_rate,start_time,duration,sample_rate,channels",
          "stream_disposition=default,attached_pic,still_image,timed_thumbnails",
          "stream_tags=DURATION",
          "stream_side_data=rotation");

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,12})?");
  private static final Pattern CLOCK = Pattern.compile("(\\d{1,6}):(\\d\\d):(\\d\\d\\.\\d{1,9})");
  private static final Set<String> FIELDS = Set.of("tt", "bb", "tb", "bt");

  /** Without an index or marks for whole pictures a seek lands anywhere near its time. */
  private static final Set<String> SEEK_BY_GUESSING = Set.of("mpegts", "mpeg");

  /**
   * Encoders put some 20 ms of silence before the first sound, and B-frames delay the first
   * picture; a container that can't hide that starts so much too early.
   */
  private static final BigDecimal CODING_DELAY = new BigDecimal("0.1");

  private final Map<String, Object> format;
  private final BigDecimal clockStart;

  private ProbeReader(Map<String, Object> format, BigDecimal clockStart) {
    this.format = format;
    this.clockStart = clockStart;
  }

  public static Probe read(Map<String, Object> report) {
    var format = Json.object(report, "format");
    var streams = objects(report, "streams");
    var first = seconds(format, "start_time").orElse(BigDecimal.ZERO);
    var clockStart =
        streams.stream()
            .filter(is("video"))
            .findFirst()
            .flatMap(picture -> seconds(picture, "start_time"))
            .filter(start -> start.subtract(first).abs().compareTo(CODING_DELAY) <= 0)
            .orElse(first);
    return new ProbeReader(format, clockStart).probe(streams, clockStart.subtract(first));
  }

  private Probe probe(List<Map<String, Object>> streams, BigDecimal lead) {
    return new Probe(
        whole(format, "nb_streams"),
        clockStart,
        lead,
        seconds(format, "duration").map(duration -> duration.subtract(lead)),
        SEEK_BY_GUESSING.contains(text(format, "format_name")),
        streams.stream().filter(is("video")).map(this::picture).toList(),
        streams.stream().filter(is("audio")).map(ProbeReader::sound).toList());
  }

  private Picture picture(Map<String, Object> stream) {
    var start =
        seconds(stream, "start_time").map(s -> s.subtract(clockStart)).orElse(BigDecimal.ZERO);
    return new Picture(
        whole(stream, "index"),
        text(stream, "codec_name"),
        whole(stream, "width"),
        whole(stream, "height"),
        Rational.parse(text(stream, "sample_aspect_ratio")).orElse(Rational.of(1)),
        objects(stream, "side_data_list").stream()
            .filter(data -> data.containsKey("rotation"))
            .map(data -> whole(data, "rotation"))
            .findFirst()
            .orElse(0),
        FIELDS.contains(text(stream, "field_order")),
        Rational.parse(text(stream, "r_frame_rate")),
        Rational.parse(text(stream, "avg_frame_rate")),
        start,
        seconds(stream, "duration")
            .map(start::add)
            .or(() -> clock(Json.object(stream, "tags"), "DURATION")),
        new Colour(
            text(stream, "color_range"),
            text(stream, "color_space"),
            text(stream, "color_transfer"),
            text(stream, "color_primaries")),
        disposed(stream, "default"),
        Stream.of("attached_pic", "still_image", "timed_thumbnails")
            .anyMatch(kind -> disposed(stream, kind)));
  }

  private static Sound sound(Map<String, Object> stream) {
    return new Sound(
        whole(stream, "index"),
        text(stream, "codec_name"),
        whole(stream, "sample_rate"),
        whole(stream, "channels"),
        disposed(stream, "default"));
  }

  private static Predicate<Map<String, Object>> is(String type) {
    return stream -> text(stream, "codec_type").equals(type);
  }

  private static boolean disposed(Map<String, Object> stream, String kind) {
    return whole(Json.object(stream, "disposition"), kind) != 0;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> objects(Map<String, Object> parent, String name) {
    return parent.get(name) instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
  }

  private static String text(Map<String, Object> object, String name) {
    return String.valueOf(object.getOrDefault(name, "unknown"));
  }

  private static int whole(Map<String, Object> object, String name) {
    return seconds(object, name).map(BigDecimal::intValue).orElse(0);
  }

  private static Optional<BigDecimal> seconds(Map<String, Object> object, String name) {
    var number = NUMBER.matcher(text(object, name));
    return number.matches() ? Optional.of(new BigDecimal(number.group())) : Optional.empty();
  }

  /** Matroska's "00:00:01.001000000". */
  private static Optional<BigDecimal> clock(Map<String, Object> object, String name) {
    var clock = CLOCK.matcher(text(object, name));
    return clock.matches()
        ? Optional.of(
            new BigDecimal(clock.group(3))
                .add(BigDecimal.valueOf(60 * Long.parseLong(clock.group(2))))
                .add(BigDecimal.valueOf(3600 * Long.parseLong(clock.group(1)))))
        : Optional.empty();
  }
}
