package dev.shorts.transcode.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the top-level boxes of an MP4 file.
 *
 * @param order types of the top-level boxes, in file order
 * @param brand major brand; empty if there is none
 */
record Mp4(List<String> order, String brand, Mp4Box moov) {

  /** Upper bound of {@code moov} in bytes; the tables of 180 s take some 200 KB. */
  private static final long MAX_MOOV = 16 << 20;

  private static final int BRAND = 4;

  private static final int LONG_SIZE_FOLLOWS = 1;

  static Mp4 read(FileChannel file) throws IOException {
    var order = new ArrayList<String>();
    var brand = "";
    var moov = ByteBuffer.allocate(0);
    for (long at = 0; at < file.size(); ) {
      var header = bytes(file, at, Math.min(2 * Mp4Box.HEADER, file.size() - at));
      long size = Integer.toUnsignedLong(header.getInt());
      var type = Mp4Box.type(header);
      if (size == LONG_SIZE_FOLLOWS) {
        size = header.getLong();
      }
      if (size < Mp4Box.HEADER || at + size > file.size()) {
        throw new IllegalArgumentException("box " + type + " of " + size + " bytes");
      }
      order.add(type);
      if (type.equals("ftyp") && size >= Mp4Box.HEADER + BRAND) {
        brand = Mp4Box.type(bytes(file, at + Mp4Box.HEADER, BRAND));
      }
      if (type.equals("moov")) {
        moov = bytes(file, at + Mp4Box.HEADER, size - Mp4Box.HEADER);
      }
      at += size;
    }
    return new Mp4(List.copyOf(order), brand, new Mp4Box("moov", moov));
  }

  static ByteBuffer bytes(FileChannel file, long at, long count) {
    if (count > MAX_MOOV) {
      throw new IllegalArgumentException(count + " bytes of tables");
    }
    var bytes = ByteBuffer.allocate(Math.toIntExact(count));
    try {
      while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {
        // One read is nearly always enough.
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.flip();
  }

  /** Returns the tracks with handler type {@code kind}: "vide" or "soun". */
  List<Mp4Track> tracks(String kind) {
    return moov.all("trak").map(Mp4Track::new).filter(track -> track.kind().equals(kind)).toList();
  }

  /** Returns the movie header's duration in seconds. */
  BigDecimal duration() {
    var mvhd = moov.get("mvhd").content();
    boolean longTimes = mvhd.get(0) == 1;
    var timescale = Integer.toUnsignedLong(mvhd.getInt(longTimes ? 20 : 12));
    long ticks = longTimes ? mvhd.getLong(24) : Integer.toUnsignedLong(mvhd.getInt(16));
    return BigDecimal.valueOf(ticks).divide(BigDecimal.valueOf(timescale), MathContext.DECIMAL64);
  }

  boolean hasEditList() {
    return moov.all("trak").anyMatch(track -> track.find("edts").isPresent());
  }

  boolean moovIsFirst() {
    return order.contains("moov") && order.indexOf("moov") < order.indexOf("mdat");
  }
}
