package dev.shorts.transcode.matrix;

import dev.shorts.transcode.fixture.Layout;
import dev.shorts.transcode.fixture.Stock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a stock FFmpeg sees and hears in a short.
 *
 * @param said its report, line by line
 * @param numbers drawn in the frames; empty where the pictures have none
 * @param pictures the first, the middle and the last, by their place
 * @param sound 48 kHz, left and right in turn
 */
record FrameSample(
    List<String> said, List<Integer> numbers, Map<Integer, Picture> pictures, float[] sound) {

  /**
   * @param frames how many there ought to be
   * @param hasSound whether there ought to be any; if not, {@link Facts} counts the streams
   */
  static FrameSample of(Path file, Fit fit, int frames, boolean hasSound) throws IOException {
    var sound = Files.createTempFile("sound", ".pcm");
    try {
      var numbers = new ArrayList<Integer>();
      var pictures = new HashMap<Integer, Picture>();
      var words =
          "-copyts -i %s -map 0:v -fps_mode passthrough -vf showinfo -f rawvideo pipe:1%s"
              + " -map 0:v -c copy -bsf:v trace_headers -f null -";
      var heard = hasSound ? " -map 0:a -f f32le " + sound : "";
      var kept = List.of(0, frames / 2, frames - 1);
      var said =
          Stock.read(
              List.of(words.formatted(file, heard).split(" ")),
              pipe -> read(pipe, fit, kept, numbers, pictures));
      return new FrameSample(said, numbers, pictures, floats(Files.readAllBytes(sound)));
    } finally {
      Files.delete(sound);
    }
  }

  private static void read(
      InputStream pipe,
      Fit fit,
      List<Integer> kept,
      List<Integer> numbers,
      Map<Integer, Picture> pictures)
      throws IOException {
    var bytes = new byte[Picture.BYTES];
    for (int n = 0; pipe.readNBytes(bytes, 0, bytes.length) == bytes.length; n++) {
      if (fit.layout().hasPanel()) {
        numbers.add(number(bytes, fit));
      }
      if (kept.contains(n)) {
        pictures.put(n, Picture.of(bytes));
      }
    }
  }

  /** -1 if a bit and its complement are alike. */
  private static int number(byte[] luma, Fit fit) {
    int number = 0;
    for (int bit = 0; bit < Layout.BITS; bit++) {
      int is = middle(luma, fit, bit, false);
      int complement = middle(luma, fit, bit, true);
      if (Math.abs(is - complement) < 100) {
        return -1;
      }
      number = 2 * number + (is > complement ? 1 : 0);
    }
    return number;
  }

  private static int middle(byte[] luma, Fit fit, int bit, boolean complement) {
    var box = fit.placed(fit.layout().bit(bit, complement));
    return luma[(int) box.getCenterY() * Fit.WIDTH + (int) box.getCenterX()] & 255;
  }

  private static float[] floats(byte[] bytes) {
    var floats = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
    return floats;
  }
}
