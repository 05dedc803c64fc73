package dev.shorts.transcode.plan;

import dev.shorts.transcode.plan.Probe.Picture;
import dev.shorts.transcode.plan.Probe.Sound;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what ffprobe says about a source. */
public final class ProbeReader {

  /** All that {@link #read} looks at, for ffprobe's {@code -show_entries}. */
  public static final String ENTRIES =
      String.join(
          ":",
          "format=format_name,nb_streams,start_time,duration",
          "stream=index,codec_type,codec_name,pix_fmt,width,height,sample_aspect_ratio,field_order"
              + ",color_range,color_space,color_transfer,color_primaries,r_frame_rate"
              + ",avg_frame_rate,start_time,duration,nb_frames,sample_rate,channels",
          "stream_disposition=default,attached_pic,still_image,timed_thumbnails",
          "stream_tags=DURATION",
          Encryption.ENTRIES,
          "stream_side_data=displaymatrix,max_luminance");

  private static final Pattern GREY = Pattern.compile("(gray|ya)\\d*[lb]?e?");

  /** In MPEG-PS not every picture has a time; its rate is the codec's, and fixed. */
  private static final String MPEG_PS = "mpeg";

  private static final Set<String> BROADCAST = Set.of("mpegts", MPEG_PS);

  /**
   * Encoders put some 20 ms of silence before the first sound, and B-frames delay the first
   * picture; a container that can't hide that starts so much too early.
   */
  private static final BigDecimal CODING_DELAY = new BigDecimal("0.1");

  /** MP4 lists every picture with its time; fragments list only their own. */
  private static final String INDEXED = "mov,mp4";

  private final BigDecimal clockStart;
  private final String format;
  private final Encryption encryption;

  private ProbeReader(Fields report, BigDecimal clockStart) {
    this.clockStart = clockStart;
    this.format = report.object("format").text("format_name");
    this.encryption = Encryption.of(report);
  }

  public static Probe read(Fields report) {
    var format = report.object("format");
    var first = format.decimal("start_time").orElse(BigDecimal.ZERO);
    var clockStart =
        report
            .objects("streams")
            .filter(is("video"))
            .findFirst()
            .flatMap(picture -> picture.decimal("start_time"))
            .filter(start -> start.subtract(first).abs().compareTo(CODING_DELAY) <= 0)
            .orElse(first);
    var lead = clockStart.subtract(first);
    var reader = new ProbeReader(report, clockStart);
    return new Probe(
        format.whole("nb_streams"),
        clockStart,
        lead,
        format.decimal("duration").map(duration -> duration.subtract(lead)),
        BROADCAST.contains(format.text("format_name")),
        report.objects("streams").filter(is("video")).map(reader::picture).toList(),
        report.objects("streams").filter(is("audio")).map(reader::sound).toList());
  }

  private Picture picture(Fields stream) {
    var start =
        stream.decimal("start_time").map(s -> s.subtract(clockStart)).orElse(BigDecimal.ZERO);
    return new Picture(
        stream.whole("index"),
        encryption.codec(stream),
        stream.whole("width"),
        stream.whole("height"),
        aspect(stream),
        turn(stream),
        Codecs.holdsFields(stream.text("codec_name"), stream.text("field_order")),
        Rational.parse(stream.text("r_frame_rate")),
        Rational.parse(stream.text("avg_frame_rate")),
        format.equals(MPEG_PS) || format.startsWith(INDEXED) && stream.whole("nb_frames") > 0,
        start,
        stream
            .decimal("duration")
            .filter(duration -> duration.signum() > 0)
            .map(start::add)
            .or(() -> stream.object("tags").clock("DURATION")),
        new Colour(
            stream.text("color_range"),
            stream.text("color_space"),
            stream.text("color_transfer"),
            stream.text("color_primaries"),
            peak(stream),
            GREY.matcher(stream.text("pix_fmt")).matches()),
        isDisposed(stream, "default"),
        Stream.of("attached_pic", "still_image", "timed_thumbnails")
            .anyMatch(kind -> isDisposed(stream, kind)));
  }

  /** Beyond a tenth or ten it is a mistake, and a picture of it would be a line. */
  private static Rational aspect(Fields stream) {
    return Rational.parse(stream.text("sample_aspect_ratio"))
        .filter(aspect -> aspect.value() >= 0.1 && aspect.value() <= 10)
        .orElse(Rational.of(1));
  }

  private Sound sound(Fields stream) {
    return new Sound(
        stream.whole("index"),
        encryption.codec(stream),
        stream.whole("sample_rate"),
        stream.whole("channels"),
        isDisposed(stream, "default"));
  }

  private static Turn turn(Fields stream) {
    return stream
        .objects("side_data_list")
        .filter(data -> data.has("displaymatrix"))
        .map(data -> Turn.of(data.text("displaymatrix")))
        .findFirst()
        .orElse(Turn.NONE);
  }

  /** "10000000/10000", in whole cd/m2. */
  private static int peak(Fields stream) {
    return stream
        .objects("side_data_list")
        .flatMap(data -> Rational.parse(data.text("max_luminance")).stream())
        .findFirst()
        .map(luminance -> (int) luminance.value())
        .orElse(0);
  }

  private static Predicate<Fields> is(String type) {
    return stream -> stream.text("codec_type").equals(type);
  }

  private static boolean isDisposed(Fields stream, String kind) {
    return stream.object("disposition").whole(kind) != 0;
  }
}
