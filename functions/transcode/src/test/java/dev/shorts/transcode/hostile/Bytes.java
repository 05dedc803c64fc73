package dev.shorts.transcode.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;

/** Files by the byte. Numbers are big-endian unless they say otherwise. */
public final class Bytes {

  private static final int FOUR_LENGTH_BYTES = 0x1000_0000;

  private Bytes() {}

  public static byte[] text(String text) {
    return text.getBytes(UTF_8);
  }

  /** From "00 ff 1a". */
  public static byte[] hex(String digits) {
    return java.util.HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  public static byte[] join(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] repeat(byte[] part, int times) {
    var all = new ByteArrayOutputStream(part.length * times);
    for (int i = 0; i < times; i++) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] random(int length) {
    var bytes = new byte[length];
    new Random(4).nextBytes(bytes);
    return bytes;
  }

  public static byte[] u16(int value) {
    return ByteBuffer.allocate(2).putShort((short) value).array();
  }

  public static byte[] u32(long... values) {
    var bytes = ByteBuffer.allocate(4 * values.length);
    for (long value : values) {
      bytes.putInt((int) value);
    }
    return bytes.array();
  }

  public static byte[] u64(long value) {
    return ByteBuffer.allocate(8).putLong(value).array();
  }

  /** A box of MP4. */
  public static byte[] box(String type, byte[]... content) {
    var body = join(content);
    return join(u32(body.length + 8L), type.getBytes(ISO_8859_1), body);
  }

  /** An element of Matroska, by its id in hex. */
  static byte[] element(String id, byte[]... content) {
    var body = join(content);
    return join(hex(id), u32(FOUR_LENGTH_BYTES | body.length), body);
  }

  /** Where {@code words} are in {@code file}, from {@code from} on. */
  public static int find(byte[] file, String words, int from) {
    int at = new String(file, ISO_8859_1).indexOf(words, from);
    if (at < 0) {
      throw new IllegalArgumentException("no " + words);
    }
    return at;
  }

  /** A copy with {@code bytes} at {@code at}. */
  public static byte[] patch(byte[] file, int at, byte[] bytes) {
    var copy = file.clone();
    System.arraycopy(bytes, 0, copy, at, bytes.length);
    return copy;
  }

  /** A copy with {@code bytes} so many behind the type of the first box of that type. */
  static byte[] inBox(byte[] file, String type, int offset, byte[] bytes) {
    return patch(file, find(file, type, 0) + 4 + offset, bytes);
  }
}
