package dev.shorts.transcode.matrix;

import dev.shorts.transcode.fixture.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The first, the middle and the last frame beside what is computed from their drawings. */
final class ImageSimilarity {

  /** Of luma; the contract's issue asks for it. */
  static final double LEAST = 0.98;

  /**
   * In pixels of the short, anywhere in it: sizes and places are rounded to whole chroma samples,
   * which are two wide.
   */
  static final double FARTHEST = 2;

  /** At black bars the scaler and the reference may differ about half covered pixels. */
  private static final int MARGIN = 2;

  private ImageSimilarity() {}

  /**
   * @param frame of the short
   * @param ssim of luma, within the picture
   */
  record Pair(int frame, double ssim, Placement placement, Area area) {}

  static List<String> wrong(ShortUnderTest seen) {
    return seen.pairs().stream()
        .filter(pair -> !(pair.ssim >= LEAST))
        .map(pair -> "SSIM of frame %d is %.4f".formatted(pair.frame, pair.ssim))
        .toList();
  }

  static List<String> misplaced(ShortUnderTest seen) {
    if (!seen.fit().layout().hasPanel()) {
      return List.of(); // Next to nothing is in it that could lie anywhere.
    }
    return seen.pairs().stream()
        .filter(pair -> isMisplaced(pair))
        .map(pair -> "frame %d is off: %s".formatted(pair.frame, pair.placement))
        .toList();
  }

  private static boolean isMisplaced(Pair pair) {
    var it = pair.placement;
    double across = Math.abs(it.right()) + Math.abs(it.wider()) * pair.area.width() / 2;
    double down = Math.abs(it.down()) + Math.abs(it.higher()) * pair.area.height() / 2;
    return !(across <= FARTHEST && down <= FARTHEST);
  }

  static List<Pair> pairs(ShortUnderTest seen) {
    var pairs = new ArrayList<Pair>();
    var area = seen.fit().picture(MARGIN);
    for (var entry : seen.watched().pictures().entrySet()) {
      pairs.add(pair(seen, entry.getKey(), entry.getValue(), area));
    }
    return pairs;
  }

  /**
   * A picture that lies beside its exact place, as {@link #isMisplaced} allows, is compared where
   * it is.
   */
  private static Pair pair(ShortUnderTest seen, int frame, Picture picture, Area area) {
    int number = number(seen, frame);
    var is = picture.luma().part(area);
    var wanted = curved(seen, picture, seen.reference().luma(number)).part(area);
    var placement = Placement.of(is, wanted);
    var pair = new Pair(frame, Ssim.of(is, wanted), placement, area);
    if (pair.ssim >= LEAST || isMisplaced(pair)) {
      return pair;
    }
    var moved = curved(seen, picture, seen.reference().moved(placement).luma(number)).part(area);
    return new Pair(frame, Ssim.of(is, moved), placement, area);
  }

  /** The picture that {@link Frames} saw; where none can be read, the one that is expected. */
  private static int number(ShortUnderTest seen, int frame) {
    var numbers = seen.watched().numbers();
    int pictures = seen.source().pictures();
    if (frame < numbers.size() && numbers.get(frame) >= 0 && numbers.get(frame) < pictures) {
      return numbers.get(frame);
    }
    return IntStream.range(0, pictures).filter(n -> seen.fits(n, frame)).findFirst().orElse(0);
  }

  /**
   * HDR becomes what it becomes by a curve that {@link Colours} judges; here it is taken from the
   * steps of grey, so that everything else can be compared.
   */
  private static Plane curved(ShortUnderTest seen, Picture is, Plane wanted) {
    if (!seen.source().look().isHdr()) {
      return wanted;
    }
    var greys = new ArrayList<Double>();
    for (int step = 0; step < Layout.GREYS.size(); step++) {
      greys.add(is.luma().mean(seen.fit().placed(seen.fit().layout().grey(step))));
    }
    for (int i = 0; i < wanted.values().length; i++) {
      wanted.values()[i] = (float) curve(greys, (wanted.values()[i] - 16) / 219 * 255);
    }
    return wanted;
  }

  private static double curve(List<Double> greys, double level) {
    int step = 0;
    while (step < greys.size() - 2 && level > Layout.GREYS.get(step + 1)) {
      step++;
    }
    double from = Layout.GREYS.get(step);
    double share = (level - from) / (Layout.GREYS.get(step + 1) - from);
    return greys.get(step) + share * (greys.get(step + 1) - greys.get(step));
  }
}
