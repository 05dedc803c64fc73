package dev.shorts.transcode;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** How many bytes of a file say where its packets are: all but the packets, read from its boxes. */
final class IndexSize implements AutoCloseable {

  private static final int CLUSTER = 0x1F43B675;
  private static final int SEGMENT = 0x18538067;

  private final RandomAccessFile file;

  private IndexSize(Path path) throws IOException {
    this.file = new RandomAccessFile(path.toFile(), "r");
  }

  static long of(BigSource source, Path path) throws IOException {
    try (var size = new IndexSize(path)) {
      return switch (source) {
        case MP4_INDEX_AT_END, MP4_INDEX_AT_FRONT, MP4_FRAGMENTED -> size.ofMp4();
        case MATROSKA -> size.ofMatroska(0, size.file.length());
        case AVI -> size.ofAvi(0, size.file.length());
        case MATROSKA_WITHOUT_INDEX, MPEG_TS -> 0;
      };
    }
  }

  /** All boxes but {@code mdat}. */
  private long ofMp4() throws IOException {
    long index = 0;
    for (long at = 0; at < file.length(); ) {
      file.seek(at);
      long length = Integer.toUnsignedLong(file.readInt());
      var name = name();
      long whole = length == 1 ? file.readLong() : length;
      index += name.equals("mdat") || name.equals("free") ? 0 : whole;
      at += whole;
    }
    return index;
  }

  /** All elements but clusters. */
  private long ofMatroska(long from, long to) throws IOException {
    long index = 0;
    for (long at = from; at < to; ) {
      file.seek(at);
      long id = number(false);
      long length = number(true);
      long content = file.getFilePointer();
      if (id == SEGMENT) {
        index += ofMatroska(content, content + length);
      } else if (id != CLUSTER) {
        index += content + length - at;
      }
      at = content + length;
    }
    return index;
  }

  /** All chunks but those of sound and picture. */
  private long ofAvi(long from, long to) throws IOException {
    long index = 0;
    for (long at = from; at < to; ) {
      file.seek(at);
      var name = name();
      long length = Integer.toUnsignedLong(Integer.reverseBytes(file.readInt()));
      if (name.equals("RIFF") || name.equals("LIST") && name().equals("movi")) {
        index += ofAvi(at + 12, at + 8 + length);
      } else if (!Character.isDigit(name.charAt(0)) && !name.equals("JUNK")) {
        index += 8 + length;
      }
      at += 8 + length + length % 2;
    }
    return index;
  }

  private String name() throws IOException {
    var name = new byte[4];
    file.readFully(name);
    return new String(name, US_ASCII);
  }

  /** A number of EBML, which says by its first bits how long it is (RFC 8794, section 4). */
  private long number(boolean withoutMarker) throws IOException {
    int first = file.readUnsignedByte();
    int more = Integer.numberOfLeadingZeros(first) - 24;
    long value = withoutMarker ? first & (0x7F >> more) : first;
    for (int i = 0; i < more; i++) {
      value = value << 8 | file.readUnsignedByte();
    }
    return value;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
