package dev.shorts.transcode.frames;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.shorts.transcode.hostile.Bytes;

/** Changes in place what a Matroska file says about its length. */
final class EditedMatroska {

  /** Id and size of the element Duration: a double, as FFmpeg writes it, or mkvmerge's float. */
  private static final byte[] DOUBLE = Bytes.hex("4489 88");

  private static final byte[] FLOAT = Bytes.hex("4489 84");

  private EditedMatroska() {}

  /** The length of the whole file, in its header. */
  static byte[] withDuration(byte[] file, double seconds) {
    double millis = seconds * 1000;
    int at = find(file, DOUBLE);
    if (at >= 0) {
      var value = Bytes.u64(Double.doubleToRawLongBits(millis));
      return Bytes.patch(file, at + DOUBLE.length, value);
    }
    var value = Bytes.u32(Float.floatToRawIntBits((float) millis));
    return Bytes.patch(file, find(file, FLOAT) + FLOAT.length, value);
  }

  /** The length of the first track, as a tag that begins with hours, such as "00:00:04.000". */
  static byte[] withDurationTag(byte[] file, String time) {
    int name = Bytes.find(file, "DURATION", 0);
    int at = Bytes.find(file, "00:", name);
    return Bytes.patch(file, at, time.getBytes(US_ASCII));
  }

  private static int find(byte[] file, byte[] bytes) {
    return new String(file, ISO_8859_1).indexOf(new String(bytes, ISO_8859_1));
  }
}
