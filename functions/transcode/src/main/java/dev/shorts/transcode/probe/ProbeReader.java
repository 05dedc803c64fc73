package dev.shorts.transcode.probe;

import dev.shorts.transcode.colour.Colour;
import dev.shorts.transcode.ffmpeg.ProbeJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads ffprobe's report on a source into a {@link SourceProbe}. */
public final class ProbeReader {

  /** Packets per stream that are listed: their side data shows whether the stream is encrypted. */
  private static final String FIRST_PACKETS = "%+#20";

  /** Entries that {@link #read} needs, for ffprobe's {@code -show_entries}. */
  private static final String ENTRIES =
      String.join(
          ":",
          "format=format_name,nb_streams,start_time,duration",
          "stream=index,codec_type,codec_name,codec_tag,pix_fmt,width,height,sample_aspect_ratio,field_order"
              + ",color_range,color_space,color_transfer,color_primaries,r_frame_rate"
              + ",avg_frame_rate,time_base,has_b_frames,start_time,sample_rate,channels",
          "stream_disposition=default,attached_pic,still_image,timed_thumbnails",
          StreamEncryption.ENTRIES,
          "stream_side_data=displaymatrix,max_luminance");

  /** Options for ffprobe's report. */
  public static final List<String> OPTIONS =
      List.of("-show_entries", ENTRIES, "-read_intervals", FIRST_PACKETS);

  private static final List<String> STILL_IMAGE_FLAGS =
      List.of("attached_pic", "still_image", "timed_thumbnails");

  private static final Pattern GREY = Pattern.compile("(gray|ya)\\d*[lb]?e?");

  /** AVI, and AVI streams in Matroska (V_MS/VFW/FOURCC), store no presentation times. */
  private static final String AVI = "avi";

  private static final String MATROSKA = "matroska";
  private static final String NO_FOURCC = "0x0000";

  private static final Rational MICROSECONDS = new Rational(1, 1_000_000);

  /**
   * Largest coding delay in seconds. Encoders put some 20 ms of priming before the audio, and
   * B-frames delay the first video frame; a container without edit lists starts by that much too
   * early.
   */
  private static final BigDecimal CODING_DELAY = new BigDecimal("0.1");

  private final String format;
  private final StreamEncryption encryption;

  private ProbeReader(ProbeJson report) {
    this.format = report.object("format").text("format_name");
    this.encryption = StreamEncryption.of(report);
  }

  public static SourceProbe read(ProbeJson report) {
    var format = report.object("format");
    var first = format.decimal("start_time").orElse(BigDecimal.ZERO);
    var clockStart =
        report
            .objects("streams")
            .filter(is("video"))
            .findFirst()
            .flatMap(video -> video.decimal("start_time"))
            .filter(start -> start.subtract(first).abs().compareTo(CODING_DELAY) <= 0)
            .orElse(first);
    var reader = new ProbeReader(report);
    return new SourceProbe(
        format.whole("nb_streams"),
        format.text("format_name"),
        clockStart,
        first,
        format.decimal("duration").map(first::add),
        report.objects("streams").filter(is("video")).map(reader::videoStream).toList(),
        report.objects("streams").filter(is("audio")).map(reader::audioStream).toList());
  }

  private VideoStream videoStream(ProbeJson stream) {
    return new VideoStream(
        stream.whole("index"),
        encryption.codec(stream),
        new FrameSize(
            stream.whole("width"), stream.whole("height"), pixelAspect(stream), rotation(stream)),
        Codecs.isInterlaced(stream.text("codec_name"), stream.text("field_order")),
        timing(stream),
        new Colour(
            stream.text("color_range"),
            stream.text("color_space"),
            stream.text("color_transfer"),
            stream.text("color_primaries"),
            peak(stream),
            GREY.matcher(stream.text("pix_fmt")).matches()),
        disposition(stream));
  }

  private StreamTiming timing(ProbeJson stream) {
    return new StreamTiming(
        Rational.parse(stream.text("time_base")).orElse(MICROSECONDS),
        stream.whole("has_b_frames"),
        format.equals(AVI)
            || format.startsWith(MATROSKA) && !stream.text("codec_tag").equals(NO_FOURCC),
        Rational.parse(stream.text("r_frame_rate")),
        Rational.parse(stream.text("avg_frame_rate")));
  }

  /**
   * Returns the sample aspect ratio. Ratios outside 0.1–10 are treated as damaged metadata and
   * ignored.
   */
  private static Rational pixelAspect(ProbeJson stream) {
    return Rational.parse(stream.text("sample_aspect_ratio"))
        .filter(aspect -> aspect.value() >= 0.1 && aspect.value() <= 10)
        .orElse(Rational.of(1));
  }

  private AudioStream audioStream(ProbeJson stream) {
    return new AudioStream(
        stream.whole("index"),
        encryption.codec(stream),
        stream.whole("sample_rate"),
        stream.whole("channels"),
        Rational.parse(stream.text("time_base")).orElse(MICROSECONDS),
        disposition(stream));
  }

  private static Rotation rotation(ProbeJson stream) {
    return stream
        .objects("side_data_list")
        .filter(data -> data.has("displaymatrix"))
        .map(data -> Rotation.of(data.text("displaymatrix")))
        .findFirst()
        .orElse(Rotation.NONE);
  }

  /**
   * Returns the mastering display's peak luminance in whole cd/m2; 0 if unknown. ffprobe writes
   * "10000000/10000".
   */
  private static int peak(ProbeJson stream) {
    return stream
        .objects("side_data_list")
        .flatMap(data -> Rational.parse(data.text("max_luminance")).stream())
        .findFirst()
        .map(luminance -> (int) luminance.value())
        .orElse(0);
  }

  private static Predicate<ProbeJson> is(String type) {
    return stream -> stream.text("codec_type").equals(type);
  }

  private static Disposition disposition(ProbeJson stream) {
    var flags = stream.object("disposition");
    if (STILL_IMAGE_FLAGS.stream().anyMatch(flag -> flags.whole(flag) != 0)) {
      return Disposition.STILL_IMAGE;
    }
    return flags.whole("default") == 0 ? Disposition.OTHER : Disposition.DEFAULT;
  }
}
