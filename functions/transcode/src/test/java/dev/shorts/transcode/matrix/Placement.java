package dev.shorts.transcode.matrix;

/**
 * How far a picture is from where another has it, by least squares over the slopes of both (Lucas
 * and Kanade, 1981): right to a fraction of a pixel as long as it is off by a few.
 *
 * @param right pixels that the middle is too far right
 * @param down pixels that the middle is too far down
 * @param wider how much too wide, as a share
 * @param higher how much too high, as a share
 */
record Placement(double right, double down, double wider, double higher) {

  static final Placement EXACT = new Placement(0, 0, 0, 0);

  /** Where a short with exact places shows what this one shows at {@code x}. */
  double backX(double x) {
    return x - right - wider * (x - Fit.WIDTH / 2.0);
  }

  double backY(double y) {
    return y - down - higher * (y - Fit.HEIGHT / 2.0);
  }

  static Placement of(Plane is, Plane wanted) {
    var equations = new double[4][5];
    double middleX = is.width() / 2.0;
    double middleY = is.height() / 2.0;
    for (int y = 1; y < is.height() - 1; y++) {
      for (int x = 1; x < is.width() - 1; x++) {
        double dx = slope(is, wanted, x, y, 1, 0);
        double dy = slope(is, wanted, x, y, 0, 1);
        double[] terms = {dx, dy, dx * (x - middleX), dy * (y - middleY)};
        double difference = wanted.at(x, y) - is.at(x, y);
        for (int i = 0; i < 4; i++) {
          for (int k = 0; k < 4; k++) {
            equations[i][k] += terms[i] * terms[k];
          }
          equations[i][4] += terms[i] * difference;
        }
      }
    }
    var solution = solved(equations);
    return new Placement(solution[0], solution[1], solution[2], solution[3]);
  }

  private static double slope(Plane a, Plane b, int x, int y, int dx, int dy) {
    return (a.at(x + dx, y + dy)
            - a.at(x - dx, y - dy)
            + b.at(x + dx, y + dy)
            - b.at(x - dx, y - dy))
        / 4;
  }

  /** By Gauss and Jordan. */
  private static double[] solved(double[][] m) {
    int n = m.length;
    for (int i = 0; i < n; i++) {
      m[i][i] += 1e-6;
      double pivot = m[i][i];
      for (int k = i; k <= n; k++) {
        m[i][k] /= pivot;
      }
      for (int row = 0; row < n; row++) {
        double factor = m[row][i];
        for (int k = i; row != i && k <= n; k++) {
          m[row][k] -= factor * m[i][k];
        }
      }
    }
    var solution = new double[n];
    for (int i = 0; i < n; i++) {
      solution[i] = m[i][n];
    }
    return solution;
  }
}
