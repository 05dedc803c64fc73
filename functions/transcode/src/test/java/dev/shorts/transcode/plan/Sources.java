package dev.shorts.transcode.plan;

import dev.shorts.transcode.colour.Colour;
import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.probe.Rotation;
import dev.shorts.transcode.probe.SourceProbe;
import dev.shorts.transcode.probe.SourceProbe.Picture;
import dev.shorts.transcode.probe.SourceProbe.Sound;
import dev.shorts.transcode.probe.StreamTiming;
import dev.shorts.transcode.timeline.Timelines;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Sources for tests: an ordinary one, and that one with a single thing changed. */
public final class Sources {

  public static final Colour BT709 = new Colour("tv", "bt709", "bt709", "bt709", 0, false);

  /** Sixty seconds of 1920x1080 at 30 frames a second. */
  public static final Picture FULL_HD =
      new Picture(
          0,
          "h264",
          1920,
          1080,
          Rational.of(1),
          Rotation.NONE,
          false,
          timing("30/1", "30/1"),
          BT709,
          true,
          false);

  public static final Sound STEREO = sound(1, "aac", 48_000, 2, true);

  private Sources() {}

  public static SourceProbe of(Picture picture, Sound... sounds) {
    return new SourceProbe(
        1 + sounds.length,
        "matroska,webm",
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        Optional.empty(),
        List.of(picture),
        List.of(sounds));
  }

  public static Sound sound(
      int index, String codec, int sampleRate, int channels, boolean byDefault) {
    return new Sound(index, codec, sampleRate, channels, new Rational(1, 48_000), byDefault);
  }

  static StreamTiming timing(String nominal, String average) {
    return new StreamTiming(
        Timelines.MICROSECONDS, 0, false, Rational.parse(nominal), Rational.parse(average));
  }

  static Picture sized(int width, int height, Rational pixelAspect, Rotation turn) {
    var draft = new Draft(FULL_HD);
    draft.width = width;
    draft.height = height;
    draft.pixelAspect = pixelAspect;
    draft.turn = turn;
    return draft.picture();
  }

  static Picture rated(String nominal, String average, boolean interlaced) {
    var draft = new Draft(FULL_HD);
    draft.timing = timing(nominal, average);
    draft.interlaced = interlaced;
    return draft.picture();
  }

  static Picture stream(int index, String codec, boolean byDefault, boolean still) {
    var draft = new Draft(FULL_HD);
    draft.index = index;
    draft.codec = codec;
    draft.byDefault = byDefault;
    draft.still = still;
    return draft.picture();
  }

  /** A picture while it is being changed. */
  private static final class Draft {

    private final Colour colour;
    private int index;
    private String codec;
    private int width;
    private int height;
    private Rational pixelAspect;
    private Rotation turn;
    private boolean interlaced;
    private StreamTiming timing;
    private boolean byDefault;
    private boolean still;

    Draft(Picture it) {
      index = it.index();
      codec = it.codec();
      width = it.width();
      height = it.height();
      pixelAspect = it.pixelAspect();
      turn = it.turn();
      interlaced = it.interlaced();
      timing = it.timing();
      colour = it.colour();
      byDefault = it.byDefault();
      still = it.still();
    }

    Picture picture() {
      return new Picture(
          index,
          codec,
          width,
          height,
          pixelAspect,
          turn,
          interlaced,
          timing,
          colour,
          byDefault,
          still);
    }
  }
}
