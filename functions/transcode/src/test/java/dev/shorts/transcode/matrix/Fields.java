package dev.shorts.transcode.matrix;

import java.util.ArrayList;
import java.util.List;

/** Where something moved between the fields of a picture, one field is seen, not both. */
final class Fields {

  /** In code values: more than encoding changes. */
  private static final double MOVED = 16;

  private Fields() {}

  static List<String> wrong(ShortUnderTest seen) {
    var wrong = new ArrayList<String>();
    for (int frame : seen.watched().pictures().keySet()) {
      if (!seen.source().interlaced() || seen.watched().numbers().get(frame) < 0) {
        continue;
      }
      int number = seen.watched().numbers().get(frame);
      var one = seen.reference().luma(number);
      var both = seen.reference().woven(number);
      var is = seen.watched().pictures().get(frame).luma();
      double nearOne = 0;
      double nearBoth = 0;
      for (int i = 0; i < is.values().length; i++) {
        if (Math.abs(one.values()[i] - both.values()[i]) > MOVED) {
          nearOne += Math.pow(is.values()[i] - one.values()[i], 2);
          nearBoth += Math.pow(is.values()[i] - both.values()[i], 2);
        }
      }
      if (!(nearOne < nearBoth / 2)) {
        wrong.add(
            "frame %d: %.0f from one field, %.0f from both".formatted(frame, nearOne, nearBoth));
      }
    }
    return wrong;
  }
}
