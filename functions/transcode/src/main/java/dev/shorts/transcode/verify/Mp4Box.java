package dev.shorts.transcode.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One box of an MP4 (ISO/IEC 14496-12, 4.2).
 *
 * @param content without the header; in memory, so not for {@code mdat}
 */
record Mp4Box(String type, ByteBuffer content) {

  static final int HEADER = 8;

  /** The boxes that follow each other in {@code bytes}. */
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

  /** The boxes within this one, which hold {@code skipped} bytes of its own before them. */
  List<Mp4Box> children(int skipped) {
    return in(content.slice(skipped, content.limit() - skipped));
  }

  Stream<Mp4Box> all(String childType) {
    return children(0).stream().filter(box -> box.type.equals(childType));
  }

  /** Down from here, by the types of the boxes on the way. */
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

  /** A table of 32-bit numbers after version, flags and a count: a row per entry. */
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
