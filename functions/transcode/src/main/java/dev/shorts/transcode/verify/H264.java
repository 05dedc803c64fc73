package dev.shorts.transcode.verify;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;

/** Reads entropy coding mode and frame types of an H.264 stream (ITU-T H.264, 7.3). */
final class H264 {

  /** Bytes of a visual sample entry before the boxes in it (ISO/IEC 14496-12, 12.1.3). */
  private static final int VISUAL_SAMPLE_ENTRY = 78;

  private static final int STSD_HEADER = 8;
  private static final int NAL_LENGTH = 4;

  /** Bytes that hold the first two numbers of a slice header. */
  private static final int SLICE_START = 12;

  private static final int SLICE = 1;
  private static final int IDR_SLICE = 5;

  private H264() {}

  /** Returns whether the picture parameter set selects CABAC. */
  static boolean usesCabac(Mp4Track track) {
    var entry = track.trak().get("mdia", "minf", "stbl", "stsd").children(STSD_HEADER).getFirst();
    var config =
        entry.children(VISUAL_SAMPLE_ENTRY).stream()
            .filter(box -> box.type().equals("avcC"))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no avcC in " + entry.type()))
            .content()
            .duplicate()
            .position(5);
    for (int sets = config.get() & 0x1f; sets > 0; sets--) {
      config.position(config.position() + 2 + config.getShort(config.position()));
    }
    config.get();
    var bits = new Bits(config.slice(config.position() + 2 + 1, config.remaining() - 3));
    bits.expGolomb(); // pic_parameter_set_id
    bits.expGolomb(); // seq_parameter_set_id
    return bits.next() == 1; // entropy_coding_mode_flag
  }

  /**
   * Returns one letter per frame in decoding order: I for IDR (no later frame references an earlier
   * one across it: a closed GOP), i for other intra frames, P, B, and ? for unknown.
   */
  static String frameTypes(FileChannel file, List<Mp4Track.Sample> samples) {
    var types = new StringBuilder();
    for (var sample : samples) {
      types.append(frameType(file, sample));
    }
    return types.toString();
  }

  private static char frameType(FileChannel file, Mp4Track.Sample sample) {
    for (long at = sample.at(); at + NAL_LENGTH < sample.at() + sample.size(); ) {
      var nal = Mp4.bytes(file, at, NAL_LENGTH + SLICE_START);
      int length = nal.getInt();
      int type = nal.get() & 0x1f;
      if (type == SLICE || type == IDR_SLICE) {
        return letter(type, nal.slice());
      }
      at += NAL_LENGTH + Integer.toUnsignedLong(length);
    }
    return '?';
  }

  private static char letter(int nalType, ByteBuffer slice) {
    var bits = new Bits(slice);
    bits.expGolomb(); // first_mb_in_slice
    return switch (bits.expGolomb() % 5) { // slice_type
      case 0 -> 'P';
      case 1 -> 'B';
      case 2 -> nalType == IDR_SLICE ? 'I' : 'i';
      default -> '?';
    };
  }

  /** Reads single bits and Exp-Golomb numbers (9.1); the numbers read here need no unescaping. */
  private static final class Bits {

    private final ByteBuffer bytes;
    private int position;

    Bits(ByteBuffer bytes) {
      this.bytes = bytes;
    }

    int next() {
      int bit = bytes.get(position / 8) >> (7 - position % 8) & 1;
      position++;
      return bit;
    }

    int expGolomb() {
      int zeros = 0;
      while (next() == 0) {
        zeros++;
      }
      int value = 1;
      for (int i = 0; i < zeros; i++) {
        value = value << 1 | next();
      }
      return value - 1;
    }
  }
}
