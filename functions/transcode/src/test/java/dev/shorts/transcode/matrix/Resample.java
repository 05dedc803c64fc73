package dev.shorts.transcode.matrix;

import java.util.function.DoubleUnaryOperator;

/**
 * Puts a plane where a fit wants it, axis by axis, with Keys' cubic (a = -1/2) in floating point;
 * stretched where the picture gets smaller, so that each sample counts.
 */
final class Resample {

  private final int[] first;
  private final float[][] weights;

  /**
   * @param from where in the source, in its samples, the middle of a sample of the result lies
   */
  private Resample(int sourceSize, int size, DoubleUnaryOperator from) {
    double step = Math.abs(from.applyAsDouble(1) - from.applyAsDouble(0));
    double stretch = Math.max(1, step);
    first = new int[size];
    weights = new float[size][];
    for (int i = 0; i < size; i++) {
      double middle = from.applyAsDouble(i);
      int low = (int) Math.ceil(middle - 2 * stretch);
      int count = (int) Math.floor(middle + 2 * stretch) - low + 1;
      first[i] = low;
      weights[i] = new float[count];
      double sum = 0;
      for (int k = 0; k < count; k++) {
        double weight = cubic((low + k - middle) / stretch);
        weights[i][k] = (float) weight;
        sum += weight;
      }
      for (int k = 0; k < count; k++) {
        weights[i][k] /= (float) sum;
      }
    }
  }

  /**
   * @param fromX where the middle of column {@code x} of the result lies in the source, in samples
   */
  static Plane of(
      Plane source, int width, int height, DoubleUnaryOperator fromX, DoubleUnaryOperator fromY) {
    var across = new Resample(source.width(), width, fromX);
    var down = new Resample(source.height(), height, fromY);
    var wide = Plane.empty(width, source.height());
    for (int y = 0; y < source.height(); y++) {
      for (int x = 0; x < width; x++) {
        wide.set(x, y, across.sum(x, source, y * source.width(), 1, source.width()));
      }
    }
    var result = Plane.empty(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        result.set(x, y, down.sum(y, wide, x, width, source.height()));
      }
    }
    return result;
  }

  private double sum(int to, Plane plane, int offset, int stride, int size) {
    double sum = 0;
    var weight = weights[to];
    for (int k = 0; k < weight.length; k++) {
      int at = Math.clamp(first[to] + k, 0, size - 1);
      sum += weight[k] * plane.values()[offset + at * stride];
    }
    return sum;
  }

  private static double cubic(double distance) {
    double d = Math.abs(distance);
    if (d >= 2) {
      return 0;
    }
    return d < 1 ? (1.5 * d - 2.5) * d * d + 1 : ((-0.5 * d + 2.5) * d - 4) * d + 2;
  }
}
