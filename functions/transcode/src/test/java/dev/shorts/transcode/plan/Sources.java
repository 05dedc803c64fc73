package dev.shorts.transcode.plan;

import dev.shorts.transcode.plan.Probe.Picture;
import dev.shorts.transcode.plan.Probe.Sound;
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
          Turn.NONE,
          false,
          Optional.of(Rational.of(30)),
          Optional.of(Rational.of(30)),
          true,
          BigDecimal.ZERO,
          Optional.of(BigDecimal.valueOf(60)),
          BT709,
          true,
          false);

  public static final Sound STEREO = new Sound(1, "aac", 48_000, 2, true);

  private Sources() {}

  public static Probe of(Picture picture, Sound... sounds) {
    return new Probe(
        1 + sounds.length,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        picture.end(),
        false,
        List.of(picture),
        List.of(sounds));
  }

  static Picture sized(int width, int height, Rational pixelAspect, Turn turn) {
    return with(FULL_HD, width, height, pixelAspect, turn, FULL_HD.colour());
  }

  static Picture coloured(int width, int height, Colour colour) {
    return with(FULL_HD, width, height, Rational.of(1), Turn.NONE, colour);
  }

  static Picture rated(String nominal, String average, boolean interlaced) {
    var it = FULL_HD;
    return new Picture(
        it.index(),
        it.codec(),
        it.width(),
        it.height(),
        it.pixelAspect(),
        it.turn(),
        interlaced,
        Rational.parse(nominal),
        Rational.parse(average),
        true,
        it.start(),
        it.end(),
        it.colour(),
        true,
        false);
  }

  static Picture uncounted(String rate) {
    var it = rated(rate, rate, false);
    return new Picture(
        it.index(),
        it.codec(),
        it.width(),
        it.height(),
        it.pixelAspect(),
        it.turn(),
        it.interlaced(),
        it.nominalRate(),
        it.averageRate(),
        false,
        it.start(),
        it.end(),
        it.colour(),
        true,
        false);
  }

  static Picture lasting(Picture it, String start, Optional<String> end) {
    return new Picture(
        it.index(),
        it.codec(),
        it.width(),
        it.height(),
        it.pixelAspect(),
        it.turn(),
        it.interlaced(),
        it.nominalRate(),
        it.averageRate(),
        it.counted(),
        new BigDecimal(start),
        end.map(BigDecimal::new),
        it.colour(),
        true,
        false);
  }

  static Picture stream(int index, String codec, boolean byDefault, boolean still) {
    var it = FULL_HD;
    return new Picture(
        index,
        codec,
        it.width(),
        it.height(),
        it.pixelAspect(),
        it.turn(),
        it.interlaced(),
        it.nominalRate(),
        it.averageRate(),
        it.counted(),
        it.start(),
        it.end(),
        it.colour(),
        byDefault,
        still);
  }

  private static Picture with(
      Picture it, int width, int height, Rational pixelAspect, Turn turn, Colour colour) {
    return new Picture(
        it.index(),
        it.codec(),
        width,
        height,
        pixelAspect,
        turn,
        it.interlaced(),
        it.nominalRate(),
        it.averageRate(),
        it.counted(),
        it.start(),
        it.end(),
        colour,
        true,
        false);
  }
}
