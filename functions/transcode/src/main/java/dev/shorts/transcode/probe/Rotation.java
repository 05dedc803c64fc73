package dev.shorts.transcode.probe;

import java.util.regex.Pattern;

/** Rotations and mirrorings by which players transform a stored frame before showing it. */
public enum Rotation {
  NONE(""),
  MIRRORED("hflip"),
  FLIPPED("vflip"),
  HALF("hflip,vflip"),
  /** Transposed along the main diagonal: left becomes top and top becomes left. */
  TRANSPOSED("transpose=cclock_flip"),
  CLOCKWISE("transpose=clock"),
  COUNTERCLOCKWISE("transpose=cclock"),
  TRANSPOSED_HALF("transpose=clock_flip");

  /** First two rows of three, as ffprobe prints a display matrix: "00000000: 0 65536 0". */
  private static final Pattern MATRIX =
      Pattern.compile(
          "\\s*0+:\\s+(-?\\d+)\\s+(-?\\d+)\\s+-?\\d+\\s+0+1:\\s+(-?\\d+)\\s+(-?\\d+)\\s[^$]*");

  private final String filters;

  Rotation(String filters) {
    this.filters = filters;
  }

  /**
   * Reads a display matrix: the point (x, y) is shown at (ax + cy, bx + dy), of the rows (a, b) and
   * (c, d) (ISO/IEC 14496-12, 6.2.2). Angles are rounded to the nearest multiple of 90 degrees.
   *
   * @param matrix as ffprobe prints it
   * @return {@link #NONE} for any other text
   */
  static Rotation of(String matrix) {
    var rows = MATRIX.matcher(matrix);
    if (!rows.matches()) {
      return NONE;
    }
    double a = Double.parseDouble(rows.group(1));
    double b = Double.parseDouble(rows.group(2));
    double c = Double.parseDouble(rows.group(3));
    double d = Double.parseDouble(rows.group(4));
    return Math.abs(b) + Math.abs(c) > Math.abs(a) + Math.abs(d)
        ? lying(b < 0, c < 0)
        : standing(a < 0, d < 0);
  }

  private static Rotation standing(boolean mirrored, boolean flipped) {
    if (mirrored) {
      return flipped ? HALF : MIRRORED;
    }
    return flipped ? FLIPPED : NONE;
  }

  private static Rotation lying(boolean flipped, boolean mirrored) {
    if (mirrored) {
      return flipped ? TRANSPOSED_HALF : CLOCKWISE;
    }
    return flipped ? COUNTERCLOCKWISE : TRANSPOSED;
  }

  public boolean swapsWidthAndHeight() {
    return filters.startsWith("transpose");
  }

  /** Returns FFmpeg's filters; empty if there is nothing to do. */
  public String filters() {
    return filters;
  }
}
