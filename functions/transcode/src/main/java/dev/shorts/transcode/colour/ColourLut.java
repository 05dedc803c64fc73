package dev.shorts.transcode.colour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Computes a 3D LUT from the source's transfer function and gamut to BT.709, written as a .cube
 * file for FFmpeg's lut3d.
 *
 * @param peak luminance of the source's peak, in cd/m2
 */
public record ColourLut(TransferFunction transfer, Gamut gamut, int peak) {

  /** File name, in FFmpeg's working directory. */
  static final String FILE = "colours.cube";

  /**
   * Grid points per axis. With the usual 33, FFmpeg's interpolation is up to ten code values off at
   * the edge of the BT.709 gamut.
   */
  private static final int SIZE = 65;

  private static final int DECIMALS = 100_000;

  /**
   * Writes the .cube file.
   *
   * @param directory FFmpeg's working directory
   */
  public void write(Path directory) {
    try {
      Files.writeString(directory.resolve(FILE), text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the file's content by Adobe's "Cube LUT Specification 1.0": red changes fastest. */
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

  /** Appends a value with five decimals; {@code %.5f} takes seconds for all of them. */
  private static StringBuilder append(StringBuilder text, double value) {
    long digits = Math.round(value * DECIMALS);
    text.append(digits / DECIMALS).append('.');
    return text.append(String.valueOf(DECIMALS + digits % DECIMALS), 1, 6);
  }

  /** Returns the BT.709 signal for a source signal from 0 to 1. */
  double[] bt709(double red, double green, double blue) {
    return bt709(ToneCurve.from(peak), red, green, blue);
  }

  /** Scales all components by the tone curve at the largest one, so that hues do not shift. */
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
