package dev.shorts.transcode.frames;

import static dev.shorts.transcode.hostile.Bytes.join;
import static dev.shorts.transcode.hostile.Bytes.u32;

import dev.shorts.transcode.hostile.Boxes;
import dev.shorts.transcode.hostile.Bytes;
import java.nio.ByteBuffer;
import java.util.stream.Stream;

/** Gives the video track of an MP4, which has to be the first, another edit list. */
final class EditedMp4 {

  /** Behind the type of a box that begins with version, flags, and times of creation and change. */
  private static final int TIMESCALE = 4 + 12;

  private static final long NORMAL_SPEED = 1 << 16;

  private EditedMp4() {}

  /**
   * An entry of an edit list.
   *
   * @param seconds that it lasts
   * @param from seconds in the media, after the first frame that is shown; negative if it is empty
   */
  record Edit(double seconds, double from, long speed) {

    static Edit of(double seconds, double from) {
      return new Edit(seconds, from, NORMAL_SPEED);
    }

    static Edit empty(double seconds) {
      return of(seconds, -1);
    }

    /** A part that is to be played twice as fast. */
    static Edit fast(double seconds, double from) {
      return new Edit(seconds, from, 2 * NORMAL_SPEED);
    }
  }

  static byte[] withEdits(byte[] file, Edit... edits) {
    var bytes = ByteBuffer.wrap(file);
    double movie = bytes.getInt(Bytes.find(file, "mvhd", 0) + TIMESCALE);
    double media = bytes.getInt(Bytes.find(file, "mdhd", 0) + TIMESCALE);
    long first = bytes.getInt(Bytes.find(file, "elst", 0) + 4 + 12);
    var entries =
        Stream.of(edits)
            .map(
                it ->
                    u32(
                        Math.round(it.seconds * movie),
                        it.from < 0 ? -1 : first + Math.round(it.from * media),
                        it.speed))
            .toArray(byte[][]::new);
    return Boxes.replace(file, "elst", u32(0, edits.length), join(entries));
  }
}
