package dev.shorts.transcode.frames;

/**
 * Turns an MPEG-2 elementary stream of whole frames into film on NTSC video: flags tell a player to
 * repeat a field of every second frame (ISO/IEC 13818-2, 6.3.10).
 */
final class SoftTelecine {

  private static final int EXTENSION = 0xb5;
  private static final int PICTURE = 0x00;
  private static final int GROUP = 0xb8;

  private static final int OF_SEQUENCE = 1;
  private static final int OF_PICTURE = 8;

  private static final int PROGRESSIVE_SEQUENCE = 0x08;
  private static final int TOP_FIELD_FIRST = 0x80;
  private static final int REPEAT_FIRST_FIELD = 0x02;

  private SoftTelecine() {}

  /** A copy with the flags, which go by the order of showing. */
  static byte[] of(byte[] stream) {
    var flagged = stream.clone();
    int before = 0;
    int pictures = 0;
    int shown = 0;
    for (int at = 0; at + 8 < stream.length; at++) {
      if (stream[at] == 0 && stream[at + 1] == 0 && stream[at + 2] == 1) {
        int code = stream[at + 3] & 255;
        int id = stream[at + 4] >> 4 & 15;
        if (code == GROUP) {
          before = pictures;
        } else if (code == PICTURE) {
          pictures++;
          shown = before + ((stream[at + 4] & 255) << 2 | (stream[at + 5] & 255) >> 6);
        } else if (code == EXTENSION && id == OF_SEQUENCE) {
          flagged[at + 5] &= ~PROGRESSIVE_SEQUENCE;
        } else if (code == EXTENSION && id == OF_PICTURE) {
          flag(flagged, at, shown);
        }
      }
    }
    return flagged;
  }

  /** Three fields from the top, two from the bottom, three from the bottom, two from the top. */
  private static void flag(byte[] stream, int at, int shown) {
    boolean topFirst = shown % 4 == 0 || shown % 4 == 3;
    boolean repeats = shown % 2 == 0;
    stream[at + 7] = (byte) (stream[at + 7] & ~TOP_FIELD_FIRST | (topFirst ? TOP_FIELD_FIRST : 0));
    stream[at + 7] |= (byte) (repeats ? REPEAT_FIRST_FIELD : 0);
  }
}
