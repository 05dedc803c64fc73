package dev.shorts.transcode.plan;

import dev.shorts.export.Strategy;
import dev.shorts.transcode.colour.ColourConversion;
import dev.shorts.transcode.probe.FrameSize;

/**
 * Computes the filters that bring a source frame to 1080x1920 with square pixels.
 *
 * @param width of the decoded and rotated frame, in its own pixels
 * @param pixelAspect sample aspect ratio (width by height of one pixel) after rotation
 */
record Geometry(int width, int height, double pixelAspect) {

  static final int WIDTH = 1080;
  static final int HEIGHT = 1920;

  static Geometry of(FrameSize size) {
    double aspect = size.pixelAspect().value();
    return size.rotation().swapsWidthAndHeight()
        ? new Geometry(size.height(), size.width(), 1 / aspect)
        : new Geometry(size.width(), size.height(), aspect);
  }

  /** Returns crop, scale and pad filters with the {@code conversion} of colours among them. */
  String filters(Strategy strategy, ColourConversion conversion) {
    return switch (strategy) {
      case CENTER_CROP -> centerCrop(conversion);
      case LETTERBOX -> letterbox(conversion);
      case SMART_CROP -> throw new IllegalArgumentException("smart_crop is refused at the door");
    };
  }

  private String centerCrop(ColourConversion conversion) {
    double scaleY = Math.max((double) HEIGHT / height, WIDTH / (width * pixelAspect));
    var x = Window.inTheMiddle(width, scaleY * pixelAspect, WIDTH);
    var y = Window.inTheMiddle(height, scaleY, HEIGHT);
    boolean grows = x.scaledSize * y.scaledSize > x.size * y.size;
    return "crop=%d:%d:%d:%d:exact=1,".formatted(x.size, y.size, x.at, y.at)
        + conversion.filters(x.scaledSize, y.scaledSize, grows)
        + ",crop=%d:%d:%d:%d".formatted(WIDTH, HEIGHT, x.scaledAt, y.scaledAt);
  }

  private String letterbox(ColourConversion conversion) {
    double scaleY = Math.min((double) HEIGHT / height, WIDTH / (width * pixelAspect));
    int w = Math.clamp(even(width * pixelAspect * scaleY), 2, WIDTH);
    int h = Math.clamp(even(height * scaleY), 2, HEIGHT);
    return conversion.filters(w, h, w * h > width * height)
        + ",pad=%d:%d:%d:%d:black"
            .formatted(WIDTH, HEIGHT, even((WIDTH - w) / 2.0), even((HEIGHT - h) / 2.0));
  }

  /** Rounds to an even number of pixels: whole 4:2:0 chroma samples. */
  private static int even(double pixels) {
    return 2 * Math.toIntExact(Math.round(pixels / 2));
  }

  /**
   * Crops one axis twice: before scaling, to whole 4:2:0 samples around the needed part, so that no
   * pixel is scaled in vain; and after scaling, to the exact size, so that a small source is
   * neither stretched nor shifted.
   */
  private record Window(int at, int size, int scaledAt, int scaledSize) {

    static Window inTheMiddle(int total, double scale, int wanted) {
      double needed = Math.min(total, wanted / scale);
      double from = (total - needed) / 2;
      int at = 2 * (int) Math.floor(from / 2 + TINY);
      int end = Math.min(total, 2 * (int) Math.ceil((from + needed) / 2 - TINY));
      int scaled = Math.max(wanted, even((end - at) * scale));
      int scaledAt = Math.clamp(even((from - at) * scale), 0, scaled - wanted);
      return new Window(at, end - at, scaledAt, scaled);
    }

    /** Tolerance for floating-point rounding. */
    private static final double TINY = 1e-9;
  }
}
