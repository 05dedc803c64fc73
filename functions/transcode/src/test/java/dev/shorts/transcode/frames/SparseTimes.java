package dev.shorts.transcode.frames;

import java.util.Arrays;

/** Removes the times of most PES packets of a video stream in MPEG-TS. */
final class SparseTimes {

  private static final int PACKET = 188;
  private static final int PAYLOAD_STARTS = 0x40;
  private static final int HAS_ADAPTATION = 0x20;
  private static final int VIDEO = 0xe0;

  /** All flags but those of the two times. */
  private static final int WITHOUT_TIMES = 0x3f;

  private SparseTimes() {}

  /** A copy in which only the first of each {@code every} packets keeps its times. */
  static byte[] of(byte[] file, int every) {
    var sparse = file.clone();
    int count = 0;
    for (int packet = 0; packet < file.length; packet += PACKET) {
      boolean adapted = (file[packet + 3] & HAS_ADAPTATION) != 0;
      int at = packet + 4 + (adapted ? 1 + (file[packet + 4] & 255) : 0);
      if ((file[packet + 1] & PAYLOAD_STARTS) != 0 && isVideo(file, at) && count++ % every != 0) {
        clear(sparse, at);
      }
    }
    return sparse;
  }

  private static boolean isVideo(byte[] file, int at) {
    return file[at] == 0 && file[at + 1] == 0 && file[at + 2] == 1 && (file[at + 3] & 255) == VIDEO;
  }

  /** What the times took is stuffing then. */
  private static void clear(byte[] file, int at) {
    file[at + 7] &= WITHOUT_TIMES;
    int length = file[at + 8] & 255;
    Arrays.fill(file, at + 9, at + 9 + length, (byte) 0xff);
  }
}
