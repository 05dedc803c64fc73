package dev.shorts.transcode.hostile;

import static dev.shorts.transcode.hostile.Bytes.element;
import static dev.shorts.transcode.hostile.Bytes.hex;
import static dev.shorts.transcode.hostile.Bytes.join;
import static dev.shorts.transcode.hostile.Bytes.repeat;
import static dev.shorts.transcode.hostile.Bytes.text;
import static dev.shorts.transcode.hostile.Bytes.u16;
import static dev.shorts.transcode.hostile.Bytes.u32;
import static dev.shorts.transcode.hostile.Bytes.u64;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Matroska files of JPEGs, by hand. */
final class Matroska {

  static final byte[] ENCRYPTED =
      encoding(
          element("5033", hex("01")),
          element("5035", element("47e1", hex("05")), element("47e2", text("0123456789abcdef"))));
  static final byte[] ZLIB =
      encoding(element("5033", hex("00")), element("5034", element("4254", hex("00"))));

  private static final int FRAMES = 90;
  private static final int MILLIS = 33;

  private Matroska() {}

  /** Three seconds of grey, with {@code more} in the track's header. */
  static byte[] of(byte[]... more) throws IOException {
    return of(duration(3000), jpeg(), join(more));
  }

  /** The same of other frames and another length. */
  static byte[] of(byte[] duration, byte[] frame, byte[] more) {
    var frames = new ByteArrayOutputStream();
    for (int i = 0; i < FRAMES; i++) {
      frames.writeBytes(element("a3", hex("81"), u16(i * MILLIS), hex("80"), frame));
    }
    return file(
        element("1549a966", element("2ad7b1", u32(1_000_000)), duration),
        element("1654ae6b", track(1, more)),
        element("1f43b675", element("e7", hex("00")), frames.toByteArray()));
  }

  static byte[] file(byte[]... segment) {
    var header = element("1a45dfa3", element("4282", text("matroska")), element("4285", hex("02")));
    return join(header, element("18538067", segment));
  }

  static byte[] track(int number, byte[]... more) {
    return element(
        "ae",
        element("d7", u32(number)),
        element("73c5", u32(number)),
        element("83", hex("01")),
        element("86", text("V_MJPEG")),
        element("e0", element("b0", u16(320)), element("ba", u16(180))),
        join(more));
  }

  static byte[] duration(double millis) {
    return element("4489", u64(Double.doubleToRawLongBits(millis)));
  }

  static byte[] jpeg() throws IOException {
    var jpeg = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(320, 180, BufferedImage.TYPE_BYTE_GRAY), "jpeg", jpeg);
    return jpeg.toByteArray();
  }

  /** So many megabytes of zeros, deflated: a thousandth. */
  static byte[] deflatedZeros(int megabytes) {
    var deflater = new Deflater(Deflater.BEST_COMPRESSION);
    var zeros = new byte[1 << 20];
    var out = new ByteArrayOutputStream();
    var buffer = new byte[1 << 16];
    for (int i = 0; i < megabytes; i++) {
      deflater.setInput(zeros);
      if (i == megabytes - 1) {
        deflater.finish();
      }
      for (int count = deflater.deflate(buffer); count > 0; count = deflater.deflate(buffer)) {
        out.write(buffer, 0, count);
      }
    }
    deflater.end();
    return out.toByteArray();
  }

  private static byte[] encoding(byte[]... content) {
    return element(
        "6d80",
        element("6240", element("5031", hex("00")), element("5032", hex("01")), join(content)));
  }

  /** Elements of unknown length, one in the other, to the end of the file. */
  static byte[] endlesslyNested() {
    return join(
        element("1a45dfa3", element("4282", text("matroska"))),
        hex("18538067 01ffffffffffffff"),
        repeat(
            hex("1043a770 01ffffffffffffff 45b9 01ffffffffffffff b6 01ffffffffffffff"), 100_000));
  }
}
