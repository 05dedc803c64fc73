package dev.shorts.transcode.matrix;

/** BT.709 in limited range, as a short has it (ITU-R BT.709-6, items 3.2 to 4.6). */
enum Bt709 {
  LUMA,
  BLUE,
  RED;

  private static final double KR = 0.2126;
  private static final double KB = 0.0722;

  /** The code value of 8 bits, not rounded. */
  double of(int rgb) {
    double r = (rgb >> 16 & 255) / 255.0;
    double g = (rgb >> 8 & 255) / 255.0;
    double b = (rgb & 255) / 255.0;
    double y = KR * r + (1 - KR - KB) * g + KB * b;
    return switch (this) {
      case LUMA -> 16 + 219 * y;
      case BLUE -> 128 + 224 * (b - y) / (2 * (1 - KB));
      case RED -> 128 + 224 * (r - y) / (2 * (1 - KR));
    };
  }
}
