package dev.shorts.transcode.frames;

import dev.shorts.transcode.hostile.Bytes;
import java.io.ByteArrayOutputStream;

/**
 * Encodes a {@link NumberedSource} as H.264 of single fields (PAFF): each picture is one slice of
 * macroblocks without any compression (I_PCM; ISO/IEC 14496-10, 7.3).
 */
final class FieldPictures {

  private static final int BLOCK = 16;
  private static final int COLUMNS = NumberedSource.WIDTH / BLOCK;
  private static final int ROWS = NumberedSource.HEIGHT / 2 / BLOCK;
  private static final int GROUP = 10;

  private static final int SEQUENCE_PARAMETERS = 0x67;
  private static final int PICTURE_PARAMETERS = 0x68;
  private static final int KEY_SLICE = 0x65;
  private static final int SLICE = 0x61;

  private static final int I_PCM = 25;
  private static final int ALL_INTRA = 7;

  /** Of luma; 0 would look like a start code. */
  private static final int BLACK = 16;

  private static final int WHITE = 235;
  private static final byte GREY = (byte) 128;

  private final ByteArrayOutputStream stream = new ByteArrayOutputStream();

  private FieldPictures() {}

  static byte[] of(int frames) {
    var encoder = new FieldPictures();
    for (int n = 0; n < frames; n++) {
      if (n % GROUP == 0) {
        encoder.parameters();
      }
      var picture = NumberedSource.picture(n);
      encoder.field(picture, n % GROUP, n / GROUP, false);
      encoder.field(picture, n % GROUP, n / GROUP, true);
    }
    return encoder.stream.toByteArray();
  }

  /** Main profile, which has fields; 25 frames a second. */
  private void parameters() {
    var sequence = new Bits();
    sequence.fixed(77, 8).fixed(0, 8).fixed(30, 8).number(0);
    sequence.number(0).number(0).number(4).number(1).fixed(0, 1);
    sequence.number(COLUMNS - 1).number(ROWS - 1);
    sequence.fixed(0b00101, 5).fixed(0b00001, 5);
    sequence.fixed(1, 32).fixed(50, 32).fixed(1, 1).fixed(0, 4);
    unit(SEQUENCE_PARAMETERS, sequence.end());
    var picture = new Bits();
    picture.number(0).number(0).fixed(0, 2).number(0).number(0).number(0).fixed(0, 3);
    picture.number(0).number(0).number(0).fixed(0b100, 3);
    unit(PICTURE_PARAMETERS, picture.end());
  }

  /**
   * @param inGroup counts frames from the last key frame
   */
  private void field(byte[] picture, int inGroup, int group, boolean bottom) {
    boolean key = inGroup == 0 && !bottom;
    var slice = new Bits();
    slice.number(0).number(ALL_INTRA).number(0).fixed(inGroup, 4).fixed(bottom ? 0b11 : 0b10, 2);
    if (key) {
      slice.number(group % 2);
    }
    slice.fixed(2 * inGroup + (bottom ? 1 : 0), 8);
    slice.fixed(0, key ? 2 : 1).number(0).number(1);
    for (int block = 0; block < COLUMNS * ROWS; block++) {
      slice.number(I_PCM).align();
      int left = block % COLUMNS * BLOCK;
      int top = block / COLUMNS * BLOCK;
      for (int i = 0; i < BLOCK * BLOCK; i++) {
        int y = 2 * (top + i / BLOCK) + (bottom ? 1 : 0);
        int light = picture[y * NumberedSource.WIDTH + left + i % BLOCK];
        slice.fixed(light == 0 ? BLACK : WHITE, 8);
      }
      slice.fixed(GREY & 255, 8, BLOCK * BLOCK / 2);
    }
    unit(key ? KEY_SLICE : SLICE, slice.end());
  }

  /** With a start code before it, and none within it. */
  private void unit(int type, byte[] content) {
    stream.writeBytes(Bytes.u32(1));
    stream.write(type);
    int zeros = 0;
    for (byte value : content) {
      if (zeros == 2 && (value & 255) <= 3) {
        stream.write(3);
        zeros = 0;
      }
      stream.write(value);
      zeros = value == 0 ? zeros + 1 : 0;
    }
  }

  /** The bits of a unit. */
  private static final class Bits {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int current = 1;

    Bits fixed(int value, int length) {
      for (int bit = length - 1; bit >= 0; bit--) {
        current = current << 1 | value >> bit & 1;
        if (current > 255) {
          bytes.write(current);
          current = 1;
        }
      }
      return this;
    }

    Bits fixed(int value, int length, int times) {
      for (int i = 0; i < times; i++) {
        fixed(value, length);
      }
      return this;
    }

    /** Exponential Golomb. */
    Bits number(int value) {
      int length = 32 - Integer.numberOfLeadingZeros(value + 1);
      return fixed(0, length - 1).fixed(value + 1, length);
    }

    void align() {
      while (current != 1) {
        fixed(0, 1);
      }
    }

    byte[] end() {
      fixed(1, 1).align();
      return bytes.toByteArray();
    }
  }
}
