package dev.shorts.transcode.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Reads the boxes of one track (ISO/IEC 14496-12, 8.6 and 8.7). */
record Mp4Track(Mp4Box trak) {

  private static final int FULL_BOX = 4;

  /** Bytes of {@code mdhd} before the timescale: version, flags and two 32-bit times. */
  private static final int BEFORE_TIMESCALE = 12;

  private static final int[] UNTURNED = {0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000};

  /** Holds the position and size of one sample in the file, in bytes. */
  record Sample(long at, long size) {}

  String kind() {
    return Mp4Box.type(trak.get("mdia", "hdlr").content().duplicate().position(2 * FULL_BOX));
  }

  /** Returns the timescale, ticks per second. */
  long timescale() {
    var mdhd = trak.get("mdia", "mdhd").content();
    int longTimes = mdhd.get(0) == 1 ? 2 * Integer.BYTES : 0;
    return Integer.toUnsignedLong(mdhd.getInt(BEFORE_TIMESCALE + longTimes));
  }

  /** Returns whether the display matrix is the identity: no rotation, mirroring or scaling. */
  boolean isUpright() {
    var tkhd = trak.get("tkhd").content();
    int matrix = tkhd.get(0) == 1 ? 52 : 40;
    boolean upright = true;
    for (int i = 0; i < UNTURNED.length; i++) {
      upright &= tkhd.getInt(matrix + Integer.BYTES * i) == UNTURNED[i];
    }
    return upright;
  }

  /** Returns the decoding durations of the samples, in ticks ({@code stts}). */
  List<Long> steps() {
    return runs(table("stts", 2)).toList();
  }

  /** Returns the presentation times of the samples in decoding order, in ticks. */
  List<Long> times() {
    var steps = steps();
    var delays = delays(steps.size());
    var times = new ArrayList<Long>();
    long decoded = 0;
    for (int i = 0; i < steps.size(); i++) {
      times.add(decoded + delays.get(i));
      decoded += steps.get(i);
    }
    return times;
  }

  /** Returns the composition offsets, in ticks; signed, since {@code ctts} may be of version 1. */
  private List<Long> delays(int samples) {
    return trak.find("mdia", "minf", "stbl", "ctts")
        .map(box -> runs(box.table(FULL_BOX, 2)).map(Long::intValue).map(Long::valueOf).toList())
        .orElse(Collections.nCopies(samples, 0L));
  }

  /** Expands run-length rows of (count, value). */
  private static Stream<Long> runs(List<long[]> table) {
    return table.stream()
        .flatMap(row -> Collections.nCopies(Math.toIntExact(row[0]), row[1]).stream());
  }

  List<Sample> samples() {
    var sizes = sizes();
    var chunks = chunks();
    var runs = table("stsc", 3);
    var samples = new ArrayList<Sample>();
    for (int chunk = 0, run = 0; chunk < chunks.size(); chunk++) {
      boolean nextRun = run + 1 < runs.size() && runs.get(run + 1)[0] == chunk + 1;
      run = nextRun ? run + 1 : run;
      long at = chunks.get(chunk);
      for (long i = 0; i < runs.get(run)[1] && samples.size() < sizes.size(); i++) {
        samples.add(new Sample(at, sizes.get(samples.size())));
        at += sizes.get(samples.size() - 1);
      }
    }
    return samples;
  }

  private List<Long> sizes() {
    var stsz = trak.get("mdia", "minf", "stbl", "stsz");
    long same = Integer.toUnsignedLong(stsz.content().getInt(FULL_BOX));
    return same == 0
        ? column(stsz.table(2 * FULL_BOX, 1))
        : Collections.nCopies(stsz.content().getInt(2 * FULL_BOX), same);
  }

  private List<Long> chunks() {
    return trak.find("mdia", "minf", "stbl", "stco").isPresent()
        ? column(table("stco", 1))
        : table("co64", 2).stream().map(row -> row[0] << 32 | row[1]).toList();
  }

  private List<long[]> table(String type, int columns) {
    return trak.get("mdia", "minf", "stbl", type).table(FULL_BOX, columns);
  }

  private static List<Long> column(List<long[]> table) {
    return table.stream().map(row -> row[0]).toList();
  }
}
