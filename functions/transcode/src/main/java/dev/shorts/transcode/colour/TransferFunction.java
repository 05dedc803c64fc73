package dev.shorts.transcode.colour;

import java.util.function.DoubleUnaryOperator;

/** How a signal from 0 to 1 becomes light, in cd/m2. */
enum TransferFunction {
  /**
   * ITU-R BT.709, 1.2, of the light that the camera saw, as ITU-R BT.2087 converts colours: in that
   * of a display the least noise in what is nearly black would show.
   */
  SDR {
    @Override
    double[] light(double[] rgb) {
      return each(rgb, signal -> WHITE * camera(signal));
    }

    @Override
    double signal(double part) {
      return part < 0.018 ? 4.5 * part : 1.099 * Math.pow(part, 0.45) - 0.099;
    }
  },

  /** ITU-R BT.2100, table 4. */
  PQ {
    @Override
    double[] light(double[] rgb) {
      return each(rgb, TransferFunction::pqLight);
    }
  },

  /** ITU-R BT.2100, table 5, for a display of 1000 cd/m2. */
  HLG {
    @Override
    double[] light(double[] rgb) {
      var scene = each(rgb, TransferFunction::hlgScene);
      double luminance = 0.2627 * scene[0] + 0.6780 * scene[1] + 0.0593 * scene[2];
      return each(scene, light -> 1000 * Math.pow(luminance, 0.2) * light);
    }
  };

  /** Of a white sheet of paper, in cd/m2 (ITU-R BT.2408, 2.1). */
  static final double WHITE = 203;

  private static final double M1 = 2610 / 16384.0;
  private static final double M2 = 2523 / 4096.0 * 128;
  private static final double C1 = 3424 / 4096.0;
  private static final double C2 = 2413 / 4096.0 * 32;
  private static final double C3 = 2392 / 4096.0 * 32;

  /** Of each of red, green and blue. */
  abstract double[] light(double[] rgb);

  /** What light is as a signal of PQ, which goes by what the eye can tell apart. */
  static double pqSignal(double light) {
    double power = Math.pow(light / 10_000, M1);
    return Math.pow((C1 + C2 * power) / (1 + C3 * power), M2);
  }

  static double pqLight(double signal) {
    double power = Math.pow(signal, 1 / M2);
    return 10_000 * Math.pow(Math.max(0, power - C1) / (C2 - C3 * power), 1 / M1);
  }

  /** The signal of BT.709 for light as a part of white: of a display by ITU-R BT.1886. */
  double signal(double part) {
    return Math.pow(part, 1 / 2.4);
  }

  private static double camera(double signal) {
    return signal < 0.081 ? signal / 4.5 : Math.pow((signal + 0.099) / 1.099, 1 / 0.45);
  }

  private static double hlgScene(double signal) {
    return signal <= 0.5
        ? signal * signal / 3
        : (Math.exp((signal - 0.55991073) / 0.17883277) + 0.28466892) / 12;
  }

  private static double[] each(double[] rgb, DoubleUnaryOperator curve) {
    return new double[] {
      curve.applyAsDouble(rgb[0]), curve.applyAsDouble(rgb[1]), curve.applyAsDouble(rgb[2])
    };
  }
}
