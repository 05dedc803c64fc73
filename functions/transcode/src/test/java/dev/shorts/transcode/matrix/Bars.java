package dev.shorts.transcode.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is not picture is black, in every sample. */
final class Bars {

  static final int REACH = 3;

  /** The picture's edge may share a macroblock of H.264 with the bar. */
  private static final int MARGIN = 16;

  private Bars() {}

  static List<String> wrong(ShortUnderTest seen) {
    var area = seen.fit().picture(-MARGIN);
    var wrong = new ArrayList<String>();
    seen.watched()
        .pictures()
        .forEach(
            (frame, picture) ->
                Map.of(
                        "luma", off(picture.luma(), 16, 1, area),
                        "Cb", off(picture.blue(), 128, 2, area),
                        "Cr", off(picture.red(), 128, 2, area))
                    .forEach(
                        (plane, off) -> {
                          if (off > REACH) {
                            wrong.add("%s of frame %d is off by %.0f".formatted(plane, frame, off));
                          }
                        }));
    return wrong;
  }

  private static double off(Plane plane, int black, int step, Area picture) {
    double most = 0;
    for (int y = 0; y < plane.height(); y++) {
      boolean inLine = y * step >= picture.y() && y * step < picture.y() + picture.height();
      for (int x = 0; x < plane.width(); x++) {
        boolean inside =
            inLine && x * step >= picture.x() && x * step < picture.x() + picture.width();
        most = inside ? most : Math.max(most, Math.abs(plane.at(x, y) - black));
      }
    }
    return most;
  }
}
