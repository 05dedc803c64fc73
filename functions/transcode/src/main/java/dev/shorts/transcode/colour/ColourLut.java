package dev.shorts.transcode.colour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which signal of BT.709 stands for which of a picture that has brighter light or other colours,
 * for FFmpeg to look up.
 *
 * @param peak the brightest light, in cd/m2
 */
public record ColourLut(TransferFunction transfer, Gamut gamut, int peak) {

  /** Its file, in the directory that FFmpeg works in. */
  static final String FILE = "colours.cube";

  /**
   * Steps of red, of green and of blue. With the usual 33, FFmpeg's interpolation is up to ten code
   * values off where BT.709's colours end.
   */
  private static final int SIZE = 65;

  private static final int DECIMALS = 100_000;

  /** Puts it where the plan's filters look for it. */
  public void write(Path directory) {
    try {
      Files.writeString(directory.resolve(FILE), text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As Adobe's "Cube LUT Specification 1.0" has it: red changes fastest. */
  String text() {
    var curve = ToneCurve.from(peak);
    var text = new StringBuilder("LUT_3D_SIZE " + SIZE + "\n");
    for (int i = 0; i < SIZE * SIZE * SIZE; i++) {
      var signal = bt709(curve, step(i), step(i / SIZE), step(i / SIZE / SIZE));
      append(text, signal[0]).append(' ');
      append(text, signal[1]).append(' ');
      append(text, signal[2]).append('\n');
    }
    return text.toString();
  }

  /** What {@code %.5f} gives, which takes seconds for all of them. */
  private static StringBuilder append(StringBuilder text, double value) {
    long digits = Math.round(value * DECIMALS);
    text.append(digits / DECIMALS).append('.');
    return text.append(String.valueOf(DECIMALS + digits % DECIMALS), 1, 6);
  }

  /** The signal of red, green and blue in BT.709 for that of this picture. */
  double[] bt709(double red, double green, double blue) {
    return bt709(ToneCurve.from(peak), red, green, blue);
  }

  /** The brightest of the three is what the curve is for: so hues stay as they are. */
  private double[] bt709(ToneCurve curve, double... signal) {
    var light = transfer.light(signal);
    double brightest = Math.max(light[0], Math.max(light[1], light[2]));
    double scale = brightest == 0 ? 0 : curve.of(brightest) / brightest / TransferFunction.WHITE;
    var out = gamut.toBt709(new double[] {light[0] * scale, light[1] * scale, light[2] * scale});
    return new double[] {transfer.signal(out[0]), transfer.signal(out[1]), transfer.signal(out[2])};
  }

  private static double step(int number) {
    return number % SIZE / (SIZE - 1.0);
  }
}
