package dev.shorts.transcode.frames;

import dev.shorts.transcode.hostile.Bytes;

/** Changes in place what an FLV file says about its length. */
final class EditedFlash {

  private EditedFlash() {}

  /** The number behind the name "duration", which has a byte for its type. */
  static byte[] withDuration(byte[] file, double seconds) {
    int at = Bytes.find(file, "duration", 0) + "duration".length() + 1;
    return Bytes.patch(file, at, Bytes.u64(Double.doubleToRawLongBits(seconds)));
  }
}
