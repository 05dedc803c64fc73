package dev.shorts.transcode.probe;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Rotations and mirrorings by which players transform a stored frame before showing it. */
public enum Rotation {
  NONE("", new Transform(false, false, false)),
  MIRRORED("hflip", new Transform(false, true, false)),
  FLIPPED("vflip", new Transform(false, false, true)),
  ROTATED_180("hflip,vflip", new Transform(false, true, true)),
  /** Transposed along the main diagonal: left becomes top and top becomes left. */
  TRANSPOSED("transpose=cclock_flip", new Transform(true, false, false)),
  CLOCKWISE("transpose=clock", new Transform(true, true, false)),
  COUNTERCLOCKWISE("transpose=cclock", new Transform(true, false, true)),
  /** Transposed along the other diagonal: left becomes bottom and bottom becomes left. */
  TRANSPOSED_180("transpose=clock_flip", new Transform(true, true, true));

  /** Holds a transposition along the main diagonal, and what is mirrored and flipped after it. */
  private record Transform(boolean transposed, boolean mirrored, boolean flipped) {}

  /** First two rows of three, as ffprobe prints a display matrix: "00000000: 0 65536 0". */
  private static final Pattern MATRIX =
      Pattern.compile(
          "\\s*0+:\\s+(-?\\d+)\\s+(-?\\d+)\\s+-?\\d+\\s+0+1:\\s+(-?\\d+)\\s+(-?\\d+)\\s[^$]*");

  private final String filters;
  private final Transform transform;

  Rotation(String filters, Transform transform) {
    this.filters = filters;
    this.transform = transform;
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
    boolean transposed = Math.abs(b) + Math.abs(c) > Math.abs(a) + Math.abs(d);
    var transform =
        transposed ? new Transform(true, c < 0, b < 0) : new Transform(false, a < 0, d < 0);
    return Arrays.stream(values())
        .filter(rotation -> rotation.transform.equals(transform))
        .findFirst()
        .orElseThrow();
  }

  public boolean swapsWidthAndHeight() {
    return transform.transposed();
  }

  /** Returns FFmpeg's filters; empty if there is nothing to do. */
  public String filters() {
    return filters;
  }
}
