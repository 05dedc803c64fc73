import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The sound: a ping that starts with the first sample of each second, over a soft chord. */
final class Sound {

  private static final int RATE = 48_000;
  private static final double PING = 0.3;
  private static final int PING_SAMPLES = 80 * RATE / 1000;
  private static final double CHORD = 0.012;

  private Sound() {}

  /** 16-bit little-endian samples, left (880 Hz) and right (1760 Hz) in turn. */
  static byte[] stereo(int seconds) {
    var pcm = ByteBuffer.allocate(seconds * RATE * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (int sample = 0; sample < seconds * RATE; sample++) {
      pcm.putShort(level(chord(sample, 110, 165) + ping(sample % RATE, 880)));
      pcm.putShort(level(chord(sample, 110, 220) + ping(sample % RATE, 1760)));
    }
    return pcm.array();
  }

  /** At once at its loudest, so that its start can be measured; then it dies away like a bell. */
  private static double ping(int sample, double pitch) {
    double left = Math.max(0, 1 - (double) sample / PING_SAMPLES);
    return PING * left * sine(sample, pitch);
  }

  private static double chord(int sample, double root, double above) {
    double swell = 0.6 + 0.4 * sine(sample, 0.125);
    return CHORD * swell * (sine(sample, root) + 0.6 * sine(sample, above));
  }

  private static double sine(int sample, double pitch) {
    return Math.sin(2 * Math.PI * pitch * sample / RATE);
  }

  private static short level(double value) {
    return (short) Math.round(value * Short.MAX_VALUE);
  }
}
