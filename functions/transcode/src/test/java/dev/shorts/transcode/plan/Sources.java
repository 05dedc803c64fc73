package dev.shorts.transcode.plan;

import dev.shorts.transcode.colour.Colour;
import dev.shorts.transcode.probe.AudioStream;
import dev.shorts.transcode.probe.Disposition;
import dev.shorts.transcode.probe.FrameSize;
import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.probe.Rotation;
import dev.shorts.transcode.probe.SourceProbe;
import dev.shorts.transcode.probe.StreamTiming;
import dev.shorts.transcode.probe.VideoStream;
import dev.shorts.transcode.timeline.Timelines;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Sources for tests: an ordinary one, and that one with a single thing changed. */
public final class Sources {

  public static final Colour BT709 = new Colour("tv", "bt709", "bt709", "bt709", 0, false);

  /** Sixty seconds of 1920x1080 at 30 frames a second. */
  public static final VideoStream FULL_HD = sized(1920, 1080, Rational.of(1), Rotation.NONE);

  public static final AudioStream STEREO = audio(1, "aac", 48_000, 2, Disposition.DEFAULT);

  private Sources() {}

  public static SourceProbe of(VideoStream video, AudioStream... audio) {
    return new SourceProbe(
        1 + audio.length,
        "matroska,webm",
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        Optional.empty(),
        List.of(video),
        List.of(audio));
  }

  public static AudioStream audio(
      int index, String codec, int sampleRate, int channels, Disposition disposition) {
    return new AudioStream(
        index, codec, sampleRate, channels, new Rational(1, 48_000), disposition);
  }

  static StreamTiming timing(String nominal, String average) {
    return new StreamTiming(
        Timelines.MICROSECONDS, 0, false, Rational.parse(nominal), Rational.parse(average));
  }

  static VideoStream sized(int width, int height, Rational pixelAspect, Rotation rotation) {
    return new VideoStream(
        0,
        "h264",
        new FrameSize(width, height, pixelAspect, rotation),
        false,
        timing("30/1", "30/1"),
        BT709,
        Disposition.DEFAULT);
  }

  static VideoStream rated(String nominal, String average, boolean interlaced) {
    return new VideoStream(
        0,
        "h264",
        FULL_HD.size(),
        interlaced,
        timing(nominal, average),
        BT709,
        Disposition.DEFAULT);
  }

  static VideoStream video(int index, String codec, Disposition disposition) {
    return new VideoStream(
        index, codec, FULL_HD.size(), false, FULL_HD.timing(), BT709, disposition);
  }
}
