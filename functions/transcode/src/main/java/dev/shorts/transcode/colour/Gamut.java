package dev.shorts.transcode.colour;

/** A Gamut is a set of primaries, with its matrix to BT.709 in linear light. */
enum Gamut {
  BT709(1, 0, 0, 0, 1, 0, 0, 0, 1),

  /** BT.2020, by ITU-R BT.2087 with the inverse of BT.709's matrix. */
  BT2020(
      1.660491, -0.587641, -0.072850, -0.124550, 1.132900, -0.008349, -0.018151, -0.100579,
      1.118730),

  /** Display P3 (SMPTE EG 432-1 with white D65), as phones record. */
  P3(1.224940, -0.224940, 0, -0.042057, 1.042057, 0, -0.019638, -0.078636, 1.098274);

  private final double[] toBt709;

  Gamut(double... toBt709) {
    this.toBt709 = toBt709;
  }

  /**
   * Clips to the BT.709 gamut at constant hue: desaturate until no component is negative, then
   * darken until none exceeds 1.
   *
   * @param rgb linear light, from 0 to 1
   */
  double[] toBt709(double[] rgb) {
    var out = new double[3];
    for (int row = 0; row < out.length; row++) {
      for (int column = 0; column < out.length; column++) {
        out[row] += toBt709[out.length * row + column] * rgb[column];
      }
    }
    double grey = 0.2126 * out[0] + 0.7152 * out[1] + 0.0722 * out[2];
    double darkest = Math.min(out[0], Math.min(out[1], out[2]));
    double saturation = darkest < 0 ? grey / (grey - darkest) : 1;
    double brightest = Math.max(out[0], Math.max(out[1], out[2]));
    double scale = Math.min(1, 1 / (grey + saturation * (brightest - grey)));
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.clamp(scale * (grey + saturation * (out[i] - grey)), 0, 1);
    }
    return out;
  }
}
