package dev.shorts.transcode.frames;

import static dev.shorts.transcode.hostile.Bytes.hex;
import static dev.shorts.transcode.hostile.Bytes.join;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.shorts.transcode.hostile.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Packs the frames of an MPEG-4 AVI as DivX 5 does: a B-frame shares the chunk of the frame that it
 * needs and that is shown after it, and an empty frame takes its own place.
 */
final class PackedMpeg4 {

  private static final String FRAME = new String(hex("000001b6"), ISO_8859_1);

  /** A P-frame that isn't coded. */
  private static final byte[] EMPTY = hex("000001b6 504f");

  /** What a packed stream says of itself: FFmpeg looks for the p. */
  private static final byte[] PACKED = join(hex("000001b2"), "DivX503b1393p".getBytes(ISO_8859_1));

  private static final int I = 0;
  private static final int B = 2;

  /** Bytes of the name and the size of a chunk. */
  private static final int HEAD = 8;

  private static final int KEY = 0x10;

  private PackedMpeg4() {}

  /**
   * @param avi with at most one B-frame after another
   */
  static byte[] of(byte[] avi) {
    int movie = Bytes.find(avi, "movi", 0);
    int size = ByteBuffer.wrap(avi).order(ByteOrder.LITTLE_ENDIAN).getInt(movie - 4);
    var frames = packed(frames(Arrays.copyOfRange(avi, movie + 4, movie + size)));
    var data = new ByteArrayOutputStream();
    var index = new ByteArrayOutputStream();
    data.writeBytes(name("movi"));
    for (var frame : frames) {
      index.writeBytes(join(name("00dc"), little(type(frame) == I ? KEY : 0)));
      index.writeBytes(join(little(data.size()), little(frame.length)));
      data.writeBytes(chunk("00dc", frame));
    }
    var headers = Arrays.copyOfRange(avi, HEAD, movie - HEAD);
    return chunk(
        "RIFF",
        join(headers, chunk("LIST", data.toByteArray()), chunk("idx1", index.toByteArray())));
  }

  private static List<byte[]> frames(byte[] movie) {
    var frames = new ArrayList<byte[]>();
    var sizes = ByteBuffer.wrap(movie).order(ByteOrder.LITTLE_ENDIAN);
    int next;
    for (int at = 0; at + HEAD <= movie.length; at = next) {
      int size = sizes.getInt(at + 4);
      next = at + HEAD + size + size % 2;
      frames.add(Arrays.copyOfRange(movie, at + HEAD, at + HEAD + size));
    }
    return frames;
  }

  private static List<byte[]> packed(List<byte[]> frames) {
    var packed = new ArrayList<byte[]>();
    for (int i = 0; i < frames.size(); i++) {
      var frame = type(frames.get(i)) == I ? signed(frames.get(i)) : frames.get(i);
      if (i + 1 < frames.size() && type(frames.get(i + 1)) == B) {
        packed.add(join(frame, frames.get(i + 1)));
        packed.add(EMPTY);
        i++;
      } else {
        packed.add(frame);
      }
    }
    return packed;
  }

  private static byte[] signed(byte[] frame) {
    int at = Bytes.find(frame, FRAME, 0);
    return join(Arrays.copyOf(frame, at), PACKED, Arrays.copyOfRange(frame, at, frame.length));
  }

  /** Of the first frame in a chunk. */
  private static int type(byte[] chunk) {
    return chunk[Bytes.find(chunk, FRAME, 0) + 4] >> 6 & 3;
  }

  private static byte[] chunk(String name, byte[] content) {
    return join(name(name), little(content.length), content, new byte[content.length % 2]);
  }

  private static byte[] name(String name) {
    return name.getBytes(ISO_8859_1);
  }

  private static byte[] little(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }
}
