package dev.shorts.transcode.matrix;

import dev.shorts.transcode.fixture.Source;
import java.awt.image.BufferedImage;

/** What a frame of the short ought to look like, computed from its drawing alone. */
record Reference(Source source, Fit fit, Placement moved) {

  /** What the contract's bars are: black. */
  private static final double BLACK = 16;

  private static final double NEUTRAL = 128;

  static Reference of(Source source, String strategy) {
    return new Reference(source, Fit.of(source.drawing().layout(), strategy), Placement.EXACT);
  }

  /** The same, but a little beside its place. */
  Reference moved(Placement by) {
    return new Reference(source, fit, by);
  }

  /**
   * @param number of the source's picture
   */
  Plane luma(int number) {
    return plane(source.seen(number), Bt709.LUMA);
  }

  /** The same with both fields of an interlaced picture in it. */
  Plane woven(int number) {
    return plane(source.woven(number), Bt709.LUMA);
  }

  /** Of half the width and height; its samples lie on the left of two pixels, between two lines. */
  Plane chroma(int number, Bt709 component) {
    return plane(source.seen(number), component);
  }

  private Plane plane(BufferedImage picture, Bt709 component) {
    boolean luma = component == Bt709.LUMA;
    int step = luma ? 1 : 2;
    double aspect = source.drawing().pixelAspect();
    var placed =
        Resample.of(
            coded(picture, component),
            Fit.WIDTH / step,
            Fit.HEIGHT / step,
            x -> fit.sourceX(moved.backX(step * x + 0.5)) / aspect - 0.5,
            y -> fit.sourceY(moved.backY(step * y + step / 2.0)) - 0.5);
    var area = luma ? fit.picture(0) : fit.picture(0).halved();
    for (int y = 0; y < placed.height(); y++) {
      for (int x = 0; x < placed.width(); x++) {
        boolean inside =
            x >= area.x()
                && x < area.x() + area.width()
                && y >= area.y()
                && y < area.y() + area.height();
        placed.set(x, y, inside ? placed.at(x, y) : luma ? BLACK : NEUTRAL);
      }
    }
    return placed;
  }

  private static Plane coded(BufferedImage picture, Bt709 component) {
    var plane = Plane.empty(picture.getWidth(), picture.getHeight());
    for (int y = 0; y < plane.height(); y++) {
      for (int x = 0; x < plane.width(); x++) {
        plane.set(x, y, component.of(picture.getRGB(x, y)));
      }
    }
    return plane;
  }
}
