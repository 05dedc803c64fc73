package dev.shorts.transcode.verify;

import static java.util.stream.Collectors.toMap;

import dev.shorts.transcode.ffmpeg.ProbeJson;
import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.verify.ShortProperties.Container;
import dev.shorts.transcode.verify.ShortProperties.Layout;
import dev.shorts.transcode.verify.VideoProperties.Codec;
import dev.shorts.transcode.verify.VideoProperties.Frames;
import dev.shorts.transcode.verify.VideoProperties.Pixels;
import dev.shorts.transcode.verify.VideoProperties.Shape;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.BufferUnderflowException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the properties of an encoded file from ffprobe's report, its MP4 boxes and its H.264
 * stream.
 */
public final class ShortPropertiesReader {

  /** Options for ffprobe's report. Only the first 8 frames are listed, for their side data. */
  public static final List<String> OPTIONS =
      List.of(
          "-read_intervals",
          "%+#8",
          "-show_entries",
          String.join(
              ":",
              "format=nb_streams,duration",
              "format_tags",
              "stream=codec_type,codec_name,profile,width,height,sample_aspect_ratio,pix_fmt"
                  + ",field_order,color_range,color_space,color_transfer,color_primaries"
                  + ",sample_rate,channels",
              "stream_tags",
              "stream_side_data=side_data_type",
              "chapter=id",
              "frame=media_type",
              "frame_side_data=side_data_type"));

  /**
   * Ignored side data: x264 writes its options there, and {@link ContractCheck#UPRIGHT} checks the
   * display matrix.
   */
  private static final Set<String> OTHER_SIDE_DATA =
      Set.of("H.26[45] User Data Unregistered SEI message", "Display Matrix", "3x3 displaymatrix");

  private final ProbeJson report;
  private final Mp4 mp4;
  private final FileChannel file;

  private ShortPropertiesReader(ProbeJson report, Mp4 mp4, FileChannel file) {
    this.report = report;
    this.mp4 = mp4;
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @param report ffprobe's answer to {@link #OPTIONS}
   * @throws IllegalArgumentException if the file is no MP4, or a damaged one
   */
  public static ShortProperties read(ProbeJson report, Path file) throws IOException {
    try (var channel = FileChannel.open(file)) {
      var reader = new ShortPropertiesReader(report, Mp4.read(channel), channel);
      return new ShortProperties(
          reader.container(),
          reader.stream("video").map(reader::video),
          reader.stream("audio").map(reader::audio));
    } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
      throw new IllegalArgumentException("a table of the file is cut off", e);
    }
  }

  private Container container() throws IOException {
    var format = report.object("format");
    return new Container(
        new Layout(mp4.brand(), mp4.moovIsFirst(), mp4.hasEditList()),
        format.whole("nb_streams"),
        (int) report.objects("chapters").count(),
        format.decimal("duration").orElse(BigDecimal.ZERO),
        mp4.duration(),
        Stream.concat(Stream.of(format), report.objects("streams"))
            .flatMap(object -> object.object("tags").values().entrySet().stream())
            .collect(toMap(Map.Entry::getKey, tag -> tag.getValue().toString(), String::concat)),
        file.size());
  }

  private VideoProperties video(ProbeJson stream) {
    var track = mp4.tracks("vide").getFirst();
    var times = track.times().stream().sorted().toList();
    var samples = track.samples();
    return new VideoProperties(
        new Codec(stream.text("codec_name"), stream.text("profile"), H264.usesCabac(track)),
        new Shape(
            stream.whole("width"),
            stream.whole("height"),
            stream.text("sample_aspect_ratio"),
            track.isUpright()),
        new Pixels(
            stream.text("pix_fmt"),
            stream.text("field_order"),
            stream.text("color_range"),
            Stream.of("color_space", "color_transfer", "color_primaries")
                .map(stream::text)
                .toList(),
            sideData(stream)),
        new Frames(
            H264.frameTypes(file, samples),
            rates(track, times),
            seconds(times.getFirst(), track.timescale()),
            samples.stream().mapToLong(sample -> sample.size() * Byte.SIZE).sum()));
  }

  private AudioProperties audio(ProbeJson stream) {
    var track = mp4.tracks("soun").getFirst();
    return new AudioProperties(
        stream.text("codec_name"),
        stream.text("profile"),
        stream.whole("sample_rate"),
        stream.whole("channels"),
        track.samples().size(),
        track.steps().stream().distinct().toList(),
        seconds(track.times().getFirst(), track.timescale()));
  }

  /** Returns the distinct rates by presentation times and by decoding times. */
  private static List<Rational> rates(Mp4Track track, List<Long> times) {
    var steps = new ArrayList<>(track.steps());
    for (int i = 1; i < times.size(); i++) {
      steps.add(times.get(i) - times.get(i - 1));
    }
    return steps.stream().distinct().map(step -> new Rational(track.timescale(), step)).toList();
  }

  private List<String> sideData(ProbeJson stream) {
    return Stream.concat(Stream.of(stream), report.objects("frames"))
        .flatMap(object -> object.objects("side_data_list"))
        .map(data -> data.text("side_data_type"))
        .filter(type -> !OTHER_SIDE_DATA.contains(type))
        .distinct()
        .toList();
  }

  private Optional<ProbeJson> stream(String type) {
    return report.objects("streams").filter(it -> it.text("codec_type").equals(type)).findFirst();
  }

  private static BigDecimal seconds(long ticks, long timescale) {
    return BigDecimal.valueOf(ticks).divide(BigDecimal.valueOf(timescale), MathContext.DECIMAL64);
  }
}
