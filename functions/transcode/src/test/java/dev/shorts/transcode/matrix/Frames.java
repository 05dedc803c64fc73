package dev.shorts.transcode.matrix;

import dev.shorts.transcode.fixture.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How many frames there are, when each is shown, and which picture of the source it is. */
final class Frames {

  private static final Pattern TIME = Pattern.compile(".*showinfo.* n: *\\d+ .*pts_time:(\\S+) .*");

  /** Below MP4's own tick. */
  private static final double ROUNDING = 0.0001;

  private Frames() {}

  static List<String> wrong(ShortUnderTest seen) {
    var wrong = new ArrayList<String>();
    var times = times(seen);
    if (times.size() != seen.source().shortFrames()) {
      wrong.add("%d frames".formatted(times.size()));
    }
    double rate = Source.ratio(seen.source().shortRate());
    for (int n = 0; n < times.size(); n++) {
      if (Math.abs(times.get(n) - n / rate) > ROUNDING) {
        wrong.add("frame %d at %f".formatted(n, times.get(n)));
      }
    }
    var numbers = seen.watched().numbers();
    for (int n = 0; n < numbers.size(); n++) {
      int number = numbers.get(n);
      if (!seen.fits(number, n)) {
        wrong.add("frame %d shows picture %d".formatted(n, number));
      }
    }
    return wrong.size() > 6 ? wrong.subList(0, 6) : wrong;
  }

  private static List<Double> times(ShortUnderTest seen) {
    return seen.watched().said().stream()
        .map(TIME::matcher)
        .filter(java.util.regex.Matcher::matches)
        .map(line -> Double.parseDouble(line.group(1)))
        .toList();
  }
}
