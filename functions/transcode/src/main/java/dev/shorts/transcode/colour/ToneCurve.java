package dev.shorts.transcode.colour;

/**
 * Which light of HDR becomes which of SDR: the curve of ITU-R BT.2390-11, 5.4.1, in the signal of
 * PQ. What is dark stays as it is, what is bright is compressed more and more.
 *
 * @param from the brightest light there is, in PQ
 */
record ToneCurve(double from) {

  private static final double TO = TransferFunction.pqSignal(TransferFunction.WHITE);

  /**
   * The part of the way to the brightest from which on light is compressed. The recommendation's
   * (1.5 x to / from - 0.5) leaves white paper at 79 % of SDR's light and all above 400 cd/m2
   * within 2 %: clouds vanish. Here paper has 62 % (82 % of the signal), and the clouds stay.
   */
  private static final double KNEE = 0.4;

  /**
   * @param peak the brightest light there is, in cd/m2
   */
  static ToneCurve from(double peak) {
    return new ToneCurve(TransferFunction.pqSignal(peak));
  }

  /** Light of 0 to {@link TransferFunction#WHITE} for light in cd/m2. */
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
