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
    var draft = new Draft(FULL_HD);
    draft.width = width;
    draft.height = height;
    draft.pixelAspect = pixelAspect;
    draft.turn = turn;
    return draft.picture();
  }

  static Picture rated(String nominal, String average, boolean interlaced) {
    var draft = new Draft(FULL_HD);
    draft.nominalRate = Rational.parse(nominal);
    draft.averageRate = Rational.parse(average);
    draft.interlaced = interlaced;
    return draft.picture();
  }

  static Picture uncounted(String rate) {
    var draft = new Draft(rated(rate, rate, false));
    draft.counted = false;
    return draft.picture();
  }

  static Picture lasting(Picture it, String start, Optional<String> end) {
    var draft = new Draft(it);
    draft.start = new BigDecimal(start);
    draft.end = end.map(BigDecimal::new);
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
    private Turn turn;
    private boolean interlaced;
    private Optional<Rational> nominalRate;
    private Optional<Rational> averageRate;
    private boolean counted;
    private BigDecimal start;
    private Optional<BigDecimal> end;
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
      nominalRate = it.nominalRate();
      averageRate = it.averageRate();
      counted = it.counted();
      start = it.start();
      end = it.end();
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
          nominalRate,
          averageRate,
          counted,
          start,
          end,
          colour,
          byDefault,
          still);
    }
  }
}
