package dev.shorts.transcode.matrix;

import dev.shorts.transcode.fixture.Layout;
import java.awt.geom.Rectangle2D;

/**
 * Where a picture has to be in the short: the contract's two strategies in exact numbers.
 *
 * @param scale pixels of the short by square pixels of the picture
 */
record Fit(Layout layout, double scale) {

  static final int WIDTH = 1080;
  static final int HEIGHT = 1920;

  static Fit of(Layout layout, String strategy) {
    double across = WIDTH / layout.width();
    double down = HEIGHT / layout.height();
    return switch (strategy) {
      case "center_crop" -> new Fit(layout, Math.max(across, down));
      case "letterbox" -> new Fit(layout, Math.min(across, down));
      default -> throw new IllegalArgumentException(strategy);
    };
  }

  /** Where in the picture a point of the short comes from. */
  double sourceX(double x) {
    return (x - WIDTH / 2.0) / scale + layout.width() / 2;
  }

  double sourceY(double y) {
    return (y - HEIGHT / 2.0) / scale + layout.height() / 2;
  }

  Rectangle2D placed(Rectangle2D box) {
    return new Rectangle2D.Double(
        (box.getX() - layout.width() / 2) * scale + WIDTH / 2.0,
        (box.getY() - layout.height() / 2) * scale + HEIGHT / 2.0,
        box.getWidth() * scale,
        box.getHeight() * scale);
  }

  /** What of the short shows the picture, but for {@code margin} pixels at the bars. */
  Area picture(int margin) {
    int w = inside(layout.width() * scale, WIDTH, margin);
    int h = inside(layout.height() * scale, HEIGHT, margin);
    return new Area((WIDTH - w) / 2, (HEIGHT - h) / 2, w, h);
  }

  private static int inside(double size, int whole, int margin) {
    return size >= whole - 1e-6 ? whole : Math.max(2, (int) Math.floor(size / 2) * 2 - 2 * margin);
  }
}
