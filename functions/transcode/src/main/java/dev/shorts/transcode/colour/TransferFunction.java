package dev.shorts.transcode.colour;

import java.util.function.DoubleUnaryOperator;

/** A TransferFunction maps a signal of 0 to 1 to light in cd/m2. */
enum TransferFunction {
  /**
   * SDR by the camera's transfer function (ITU-R BT.709, 1.2), as ITU-R BT.2087 converts colours:
   * the display's function would amplify noise in near-black.
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

  /** Luminance of diffuse white in cd/m2 (ITU-R BT.2408, 2.1). */
  static final double WHITE = 203;

  private static final double M1 = 2610 / 16384.0;
  private static final double M2 = 2523 / 4096.0 * 128;
  private static final double C1 = 3424 / 4096.0;
  private static final double C2 = 2413 / 4096.0 * 32;
  private static final double C3 = 2392 / 4096.0 * 32;

  /** Returns linear light in cd/m2 for a signal from 0 to 1, per component. */
  abstract double[] light(double[] rgb);

  /** Returns the PQ signal, which is perceptually uniform, for light in cd/m2. */
  static double pqSignal(double light) {
    double power = Math.pow(light / 10_000, M1);
    return Math.pow((C1 + C2 * power) / (1 + C3 * power), M2);
  }

  static double pqLight(double signal) {
    double power = Math.pow(signal, 1 / M2);
    return 10_000 * Math.pow(Math.max(0, power - C1) / (C2 - C3 * power), 1 / M1);
  }

  /** Returns the BT.709 signal for light as a fraction of white, for a display of ITU-R BT.1886. */
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
