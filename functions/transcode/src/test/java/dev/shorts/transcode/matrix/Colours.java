package dev.shorts.transcode.matrix;

import dev.shorts.transcode.fixture.Layout;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The colour bars and the steps of grey of the middle frame. */
final class Colours {

  /** In code values; what encoding twice in 4:2:0 may do to a bar. */
  static final double REACH = 4;

  /** Of the difference to neutral: grey in HDR stays grey. */
  static final double CAST = 3;

  /**
   * BT.2408's reference white has room for highlights above it, so that it may be somewhat darker
   * than SDR's white of 235, but not greyer than three quarters of the way from black; and grey of
   * half the signal, 126 in SDR, stays between 40 % and 60 % of it.
   */
  private static final double[] HDR_WHITE = {180, 236};

  private static final double[] HDR_GREY = {104, 147};
  private static final int GREY = 2;

  private Colours() {}

  static List<String> wrong(ShortUnderTest seen) {
    var picture = seen.watched().pictures().get(seen.source().shortFrames() / 2);
    if (picture == null || !seen.fit().layout().hasPanel()) {
      return List.of();
    }
    return seen.source().look().isHdr() ? wrongHdr(seen, picture) : wrongSdr(seen, picture);
  }

  private static List<String> wrongSdr(ShortUnderTest seen, Picture picture) {
    var wrong = new ArrayList<String>();
    for (int bar = 0; bar < Layout.BARS.size(); bar++) {
      var box = seen.fit().placed(seen.fit().layout().bar(bar));
      compare(wrong, "bar " + bar, picture, box, expected(seen, Layout.BARS.get(bar)));
    }
    for (int step = 0; step < Layout.GREYS.size(); step++) {
      var box = seen.fit().placed(seen.fit().layout().grey(step));
      compare(
          wrong, "grey " + step, picture, box, expected(seen, 0x010101 * Layout.GREYS.get(step)));
    }
    return wrong;
  }

  private static void compare(
      List<String> wrong, String what, Picture picture, Rectangle2D box, double[] expected) {
    var is = measured(picture, box);
    for (int i = 0; i < is.length; i++) {
      if (!(Math.abs(is[i] - expected[i]) <= REACH)) {
        wrong.add(
            "%s has %s %.1f, not %.1f".formatted(what, Bt709.values()[i], is[i], expected[i]));
      }
    }
  }

  private static List<String> wrongHdr(ShortUnderTest seen, Picture picture) {
    var wrong = new ArrayList<String>();
    double before = 0;
    for (int step = 0; step < Layout.GREYS.size(); step++) {
      var is = measured(picture, seen.fit().placed(seen.fit().layout().grey(step)));
      boolean last = step == Layout.GREYS.size() - 1;
      var range = last ? HDR_WHITE : step == GREY ? HDR_GREY : new double[] {before, 235};
      if (!(is[0] >= range[0] && is[0] <= range[1])) {
        wrong.add("grey %d has luma %.1f".formatted(step, is[0]));
      }
      if (!(Math.abs(is[1] - 128) <= CAST && Math.abs(is[2] - 128) <= CAST)) {
        wrong.add("grey %d has a cast: Cb %.1f, Cr %.1f".formatted(step, is[1], is[2]));
      }
      before = is[0] + 5;
    }
    return wrong;
  }

  static double[] measured(Picture picture, Rectangle2D box) {
    var half =
        new Rectangle2D.Double(
            box.getX() / 2, box.getY() / 2, box.getWidth() / 2, box.getHeight() / 2);
    return new double[] {
      picture.luma().mean(box), picture.blue().mean(half), picture.red().mean(half)
    };
  }

  private static double[] expected(ShortUnderTest seen, int rgb) {
    boolean grey = seen.source().look().isGrey();
    return new double[] {
      Bt709.LUMA.of(rgb), grey ? 128 : Bt709.BLUE.of(rgb), grey ? 128 : Bt709.RED.of(rgb)
    };
  }
}
