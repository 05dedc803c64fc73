package dev.shorts.transcode.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;

/** Detects encrypted MPEG-TS files, which FFmpeg takes for damaged ones. */
public final class ScrambledTs {

  private static final int PACKET = 188;
  private static final int LOOKED_AT = 5000;
  private static final int SYNC = 0x47;
  private static final int SCRAMBLED = 0xc0;

  private ScrambledTs() {}

  /**
   * Returns whether most packets at the start of the source are marked as scrambled (ISO 13818-1).
   * Any other file is not.
   */
  public static boolean detect(URI source) {
    try (var stream = source.toURL().openStream()) {
      return mostAreScrambled(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean mostAreScrambled(InputStream stream) throws IOException {
    int scrambled = 0;
    int packets = 0;
    var packet = stream.readNBytes(PACKET);
    while (packets < LOOKED_AT && packet.length == PACKET && packet[0] == SYNC) {
      packets++;
      scrambled += (packet[3] & SCRAMBLED) == 0 ? 0 : 1;
      packet = stream.readNBytes(PACKET);
    }
    return 2 * scrambled > packets;
  }
}
