package dev.shorts.transcode.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;

/** Changes MP4 files whose index is at the end, so that a changed size moves no picture. */
public final class Boxes {

  private static final Set<String> PARENTS =
      Set.of("moov", "trak", "mdia", "minf", "dinf", "stbl", "edts", "moof", "traf");

  private Boxes() {}

  /** The file with {@code box} in the place of the one at {@code at}. */
  public static byte[] replace(byte[] file, int at, byte[] box) {
    int size = ByteBuffer.wrap(file).getInt(at);
    var grown = enclose(file.clone(), 0, file.length, at, box.length - size);
    return Bytes.join(
        Arrays.copyOf(grown, at), box, Arrays.copyOfRange(grown, at + size, grown.length));
  }

  /** The file with another content in the first box of {@code type}. */
  public static byte[] replace(byte[] file, String type, byte[]... content) {
    return replace(file, Bytes.find(file, type, 0) - 4, Bytes.box(type, content));
  }

  private static byte[] enclose(byte[] file, int from, int to, int at, int more) {
    var sizes = ByteBuffer.wrap(file);
    int next;
    for (int box = from; box + 8 <= to; box = next) {
      next = box + Math.max(8, sizes.getInt(box));
      if (box < at && at < next && PARENTS.contains(new String(file, box + 4, 4, ISO_8859_1))) {
        enclose(file, box + 8, next, at, more);
        sizes.putInt(box, sizes.getInt(box) + more);
      }
    }
    return file;
  }
}
