package dev.shorts.transcode.proof;

import static java.util.stream.Collectors.toMap;

import dev.shorts.json.Json;
import dev.shorts.transcode.plan.Rational;
import dev.shorts.transcode.proof.Finished.Container;
import dev.shorts.transcode.proof.Finished.Picture;
import dev.shorts.transcode.proof.Finished.Sound;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a finished file: what ffprobe says, and what only its boxes and its stream tell. */
public final class FinishedReader {

  /**
   * All that {@link #read} looks at; of the frames the first few, whose side data ffprobe shows.
   */
  public static final List<String> OPTIONS =
      List.of(
          "-read_intervals",
          "%+#8",
          "-show_entries",
          String.join(
              ":",
              "format=format_name,nb_streams,duration",
              "format_tags",
              "stream=codec_type,codec_name,profile,width,height,sample_aspect_ratio,pix_fmt"
                  + ",field_order,color_range,color_space,color_transfer,color_primaries"
                  + ",sample_rate,channels",
              "stream_tags",
              "stream_side_data=side_data_type",
              "chapter=id",
              "frame=media_type",
              "frame_side_data=side_data_type"));

  private static final String X264_SAYS_ITS_OPTIONS = "H.26[45] User Data Unregistered SEI message";

  private final Map<String, Object> report;
  private final Mp4 mp4;

  private FinishedReader(Map<String, Object> report, Mp4 mp4) {
    this.report = report;
    this.mp4 = mp4;
  }

  /**
   * @throws IllegalArgumentException if the file is no MP4
   */
  public static Finished read(Map<String, Object> report, Path file) throws IOException {
    try (var channel = FileChannel.open(file)) {
      var reader = new FinishedReader(report, Mp4.read(channel));
      var picture = reader.stream("video");
      return new Finished(
          reader.container(),
          picture.isEmpty() ? Optional.empty() : Optional.of(reader.picture(picture, channel)),
          Optional.of(reader.stream("audio")).filter(s -> !s.isEmpty()).map(reader::sound),
          channel.size());
    } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException e) {
      throw new IllegalArgumentException("a table of the file is cut off", e);
    }
  }

  private Container container() {
    var format = Json.object(report, "format");
    return new Container(
        text(format, "format_name"),
        mp4.moovIsFirst(),
        mp4.hasEditList(),
        number(format, "nb_streams"),
        objects(report, "chapters").size(),
        new BigDecimal(text(format, "duration")).max(mp4.length()),
        Stream.concat(Stream.of(format), objects(report, "streams").stream())
            .flatMap(object -> Json.object(object, "tags").entrySet().stream())
            .collect(toMap(Map.Entry::getKey, tag -> tag.getValue().toString(), (a, b) -> a + b)));
  }

  private Picture picture(Map<String, Object> stream, FileChannel file) throws IOException {
    var track = mp4.tracks("vide").getFirst();
    var times = track.times().stream().sorted().toList();
    var samples = track.samples();
    return new Picture(
        text(stream, "codec_name"),
        text(stream, "profile"),
        Avc.usesCabac(track),
        number(stream, "width"),
        number(stream, "height"),
        text(stream, "sample_aspect_ratio"),
        track.isUpright(),
        text(stream, "pix_fmt"),
        text(stream, "field_order"),
        text(stream, "color_range"),
        Stream.of("color_space", "color_transfer", "color_primaries")
            .map(name -> text(stream, name))
            .toList(),
        sideData(stream),
        Avc.pictures(file, samples),
        rates(track, times),
        seconds(times.getFirst(), track.timescale()),
        samples.stream().mapToLong(sample -> sample.size() * Byte.SIZE).sum());
  }

  private Sound sound(Map<String, Object> stream) {
    var track = mp4.tracks("soun").getFirst();
    return new Sound(
        text(stream, "codec_name"),
        text(stream, "profile"),
        number(stream, "sample_rate"),
        number(stream, "channels"),
        track.samples().size(),
        track.steps().stream().distinct().toList(),
        seconds(track.times().getFirst(), track.timescale()));
  }

  /** Between what is shown one after the other, and between what is decoded so. */
  private static List<Rational> rates(Track track, List<Long> times) {
    var steps = new ArrayList<>(track.steps());
    for (int i = 1; i < times.size(); i++) {
      steps.add(times.get(i) - times.get(i - 1));
    }
    return steps.stream().distinct().map(step -> new Rational(track.timescale(), step)).toList();
  }

  private List<String> sideData(Map<String, Object> stream) {
    return Stream.concat(Stream.of(stream), objects(report, "frames").stream())
        .flatMap(object -> objects(object, "side_data_list").stream())
        .map(data -> text(data, "side_data_type"))
        .filter(type -> !type.equals(X264_SAYS_ITS_OPTIONS))
        .distinct()
        .toList();
  }

  private Map<String, Object> stream(String type) {
    return objects(report, "streams").stream()
        .filter(stream -> text(stream, "codec_type").equals(type))
        .findFirst()
        .orElse(Map.of());
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> objects(Map<String, Object> parent, String name) {
    return parent.get(name) instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
  }

  private static String text(Map<String, Object> object, String name) {
    return String.valueOf(object.getOrDefault(name, "unknown"));
  }

  private static int number(Map<String, Object> object, String name) {
    return new BigDecimal(text(object, name)).intValueExact();
  }

  private static BigDecimal seconds(long ticks, long timescale) {
    return BigDecimal.valueOf(ticks).divide(BigDecimal.valueOf(timescale), MathContext.DECIMAL64);
  }
}
