package dev.shorts.transcode.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the boxes of an MP4 over HTTP, by range requests of a few bytes. */
final class BoxSource {

  private static final int HEADER = 8;
  private static final int LONG_HEADER = 16;

  /** Upper bound of the boxes in one container box. */
  private static final int MOST_BOXES = 4096;

  private static final int MOST_CONTENT = 1 << 16;

  /** Upper bound of requests: a crafted file may nest any number of boxes. */
  private static final int MOST_READS = 5000;

  private final URI source;
  private int reads;

  /**
   * @param source supports range requests, on the loopback
   */
  BoxSource(URI source) {
    this.source = source;
  }

  /**
   * Holds the type and position of a box in the file.
   *
   * @param from offset of its content
   * @param to offset after its content
   */
  record Box(int type, long from, long to) {

    boolean is(String name) {
      return type == BoxSource.type(name);
    }
  }

  static int type(String name) {
    return ByteBuffer.wrap(name.getBytes(ISO_8859_1)).getInt();
  }

  List<Box> children(Box parent) throws IOException {
    return boxes(parent.from, parent.to);
  }

  /**
   * Returns the consecutive boxes from {@code at} on, up to the first that is invalid, or to {@code
   * moov}.
   */
  List<Box> boxes(long at, long end) throws IOException {
    var boxes = new ArrayList<Box>();
    while (boxes.size() < MOST_BOXES && at <= end - HEADER) {
      var header = bytes(at, LONG_HEADER);
      if (header.remaining() < HEADER) {
        break;
      }
      long size = Integer.toUnsignedLong(header.getInt());
      int type = header.getInt();
      int length = HEADER;
      if (size == 1 && header.remaining() >= Long.BYTES) {
        size = header.getLong();
        length = LONG_HEADER;
      }
      if (size < length || size > end - at) {
        break;
      }
      boxes.add(new Box(type, at + length, at + size));
      if (type == type("moov")) {
        break;
      }
      at += size;
    }
    return boxes;
  }

  Optional<Box> find(Box parent, String... path) throws IOException {
    var box = Optional.of(parent);
    for (var name : path) {
      box =
          box.isEmpty()
              ? box
              : children(box.get()).stream().filter(child -> child.is(name)).findFirst();
    }
    return box;
  }

  /** Returns the content of a box: padded with zeros to 24 bytes, and 64 KiB at most. */
  ByteBuffer content(Box box) throws IOException {
    int length = (int) Math.min(box.to - box.from, MOST_CONTENT);
    var bytes = bytes(box.from, length);
    return ByteBuffer.allocate(Math.max(24, bytes.remaining())).put(0, bytes.array());
  }

  /**
   * Reads up to {@code count} bytes: fewer at the end of the file, none after {@link #MOST_READS}
   * requests.
   */
  private ByteBuffer bytes(long at, int count) throws IOException {
    if (count == 0 || ++reads > MOST_READS) {
      return ByteBuffer.allocate(0);
    }
    var connection = source.toURL().openConnection();
    connection.setRequestProperty("Range", "bytes=%d-%d".formatted(at, at + count - 1));
    try (var stream = connection.getInputStream()) {
      return ByteBuffer.wrap(stream.readNBytes(count));
    } catch (IOException e) {
      var status = connection.getHeaderField(0);
      if (status != null && status.contains(" 416")) {
        return ByteBuffer.allocate(0);
      }
      throw e;
    }
  }
}
