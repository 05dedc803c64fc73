package dev.shorts.transcode.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds one box of an MP4 (ISO/IEC 14496-12, 4.2).
 *
 * @param content without the header; in memory, so not for {@code mdat}
 */
record Mp4Box(String type, ByteBuffer content) {

  static final int HEADER = 8;

  /** Parses consecutive boxes. */
  static List<Mp4Box> in(ByteBuffer bytes) {
    var boxes = new ArrayList<Mp4Box>();
    var rest = bytes.duplicate();
    while (rest.remaining() >= HEADER) {
      int size = rest.getInt();
      var type = type(rest);
      if (size < HEADER || size - HEADER > rest.remaining()) {
        throw new IllegalArgumentException("box " + type + " of " + size + " bytes");
      }
      boxes.add(new Mp4Box(type, rest.slice(rest.position(), size - HEADER)));
      rest.position(rest.position() + size - HEADER);
    }
    return boxes;
  }

  static String type(ByteBuffer bytes) {
    var name = new byte[4];
    bytes.get(name);
    return new String(name, ISO_8859_1);
  }

  /** Returns the child boxes, which start after {@code skipped} bytes of the content. */
  List<Mp4Box> children(int skipped) {
    return in(content.slice(skipped, content.limit() - skipped));
  }

  Stream<Mp4Box> all(String childType) {
    return children(0).stream().filter(box -> box.type.equals(childType));
  }

  /** Returns the first box at {@code path}, a list of box types from child to descendant. */
  Optional<Mp4Box> find(String... path) {
    var box = Optional.of(this);
    for (var next : path) {
      box = box.flatMap(parent -> parent.all(next).findFirst());
    }
    return box;
  }

  Mp4Box get(String... path) {
    return find(path)
        .orElseThrow(
            () -> new IllegalArgumentException(String.join("/", path) + " missing in " + type));
  }

  /**
   * Reads a table of unsigned 32-bit numbers.
   *
   * @param before bytes before the row count
   * @param columns numbers per row
   */
  List<long[]> table(int before, int columns) {
    var bytes = content.duplicate().position(before);
    long rows = Integer.toUnsignedLong(bytes.getInt());
    var table = new ArrayList<long[]>();
    for (long row = 0; row < rows; row++) {
      var values = new long[columns];
      for (int column = 0; column < columns; column++) {
        values[column] = Integer.toUnsignedLong(bytes.getInt());
      }
      table.add(values);
    }
    return table;
  }
}
