package dev.shorts.transcode.colour;

/**
 * Maps HDR light to SDR light by the tone curve of ITU-R BT.2390-11, 5.4.1, in the PQ signal. Dark
 * parts stay unchanged, highlights are compressed.
 *
 * @param from PQ signal of the source's peak
 */
record ToneCurve(double from) {

  private static final double TO = TransferFunction.pqSignal(TransferFunction.WHITE);

  /**
   * Knee of the tone curve, as a fraction of the source's peak (BT.2390 KS). The recommended knee
   * (1.5 x to / from - 0.5) puts diffuse white at 79 % of SDR's light and everything above 400
   * cd/m2 within 2 %: clouds vanish. This one puts it at 62 % (82 % of the signal) and keeps detail
   * in clouds.
   */
  private static final double KNEE = 0.4;

  /**
   * Returns the curve for a source peak.
   *
   * @param peak in cd/m2
   */
  static ToneCurve from(double peak) {
    return new ToneCurve(TransferFunction.pqSignal(peak));
  }

  /** Maps light in cd/m2 to light from 0 to {@link TransferFunction#WHITE} cd/m2. */
  double of(double light) {
    double signal = Math.min(1, TransferFunction.pqSignal(light) / from);
    double top = TO / from;
    if (top >= 1) {
      return Math.min(light, TransferFunction.WHITE);
    }
    double knee = Math.min(KNEE, 1.5 * top - 0.5);
    return TransferFunction.pqLight((signal < knee ? signal : hermite(signal, knee, top)) * from);
  }

  private static double hermite(double signal, double knee, double top) {
    double t = (signal - knee) / (1 - knee);
    double t2 = t * t;
    double t3 = t2 * t;
    return (2 * t3 - 3 * t2 + 1) * knee + (t3 - 2 * t2 + t) * (1 - knee) + (-2 * t3 + 3 * t2) * top;
  }
}
