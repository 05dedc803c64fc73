package dev.shorts.transcode.matrix;

/**
 * Structural similarity (Wang, Bovik, Sheikh and Simoncelli, 2004) over windows of 8x8 samples,
 * every fourth.
 */
final class Ssim {

  private static final int WINDOW = 8;
  private static final int STEP = 4;
  private static final double C1 = Math.pow(0.01 * 255, 2);
  private static final double C2 = Math.pow(0.03 * 255, 2);

  private Ssim() {}

  static double of(Plane a, Plane b) {
    double sum = 0;
    int count = 0;
    for (int y = 0; y + WINDOW <= a.height(); y += STEP) {
      for (int x = 0; x + WINDOW <= a.width(); x += STEP) {
        sum += window(a, b, x, y);
        count++;
      }
    }
    return count == 0 ? 1 : sum / count;
  }

  private static double window(Plane a, Plane b, int left, int top) {
    double sa = 0;
    double sb = 0;
    double saa = 0;
    double sbb = 0;
    double sab = 0;
    for (int y = top; y < top + WINDOW; y++) {
      int row = y * a.width();
      for (int i = row + left; i < row + left + WINDOW; i++) {
        float va = a.values()[i];
        float vb = b.values()[i];
        sa += va;
        sb += vb;
        saa += va * va;
        sbb += vb * vb;
        sab += va * vb;
      }
    }
    double n = WINDOW * WINDOW;
    double ma = sa / n;
    double mb = sb / n;
    double va = saa / n - ma * ma;
    double vb = sbb / n - mb * mb;
    double cov = sab / n - ma * mb;
    return (2 * ma * mb + C1) * (2 * cov + C2) / ((ma * ma + mb * mb + C1) * (va + vb + C2));
  }
}
