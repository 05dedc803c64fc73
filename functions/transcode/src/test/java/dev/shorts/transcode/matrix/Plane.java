package dev.shorts.transcode.matrix;

import java.awt.geom.Rectangle2D;

/** One component of a picture, in code values of 8 bits; not rounded. */
record Plane(int width, int height, float[] values) {

  static Plane empty(int width, int height) {
    return new Plane(width, height, new float[width * height]);
  }

  /** Of unsigned bytes, as FFmpeg writes them. */
  static Plane of(int width, int height, byte[] bytes, int offset) {
    var plane = empty(width, height);
    for (int i = 0; i < plane.values.length; i++) {
      plane.values[i] = bytes[offset + i] & 255;
    }
    return plane;
  }

  float at(int x, int y) {
    return values[y * width + x];
  }

  void set(int x, int y, double value) {
    values[y * width + x] = (float) value;
  }

  Plane part(Area area) {
    var part = empty(area.width(), area.height());
    for (int y = 0; y < area.height(); y++) {
      System.arraycopy(
          values, (area.y() + y) * width + area.x(), part.values, y * area.width(), area.width());
    }
    return part;
  }

  /** The mean of the inner half of a box, where no edge of it reaches. */
  double mean(Rectangle2D box) {
    double sum = 0;
    int count = 0;
    for (int y = (int) (box.getY() + box.getHeight() / 4);
        y <= box.getY() + box.getHeight() * 0.75;
        y++) {
      for (int x = (int) (box.getX() + box.getWidth() / 4);
          x <= box.getX() + box.getWidth() * 0.75;
          x++) {
        sum += at(x, y);
        count++;
      }
    }
    return sum / count;
  }
}
