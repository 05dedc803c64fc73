package dev.shorts.it.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The sound of a video from its time zero on; a gap is silence. 16 bits, stereo, 48 kHz. */
public final class Sound {

  /** The two channels, in the order of their samples. */
  public enum Channel {
    LEFT,
    RIGHT
  }

  private static final int RATE = 48_000;

  /** A tone begins where it is this loud (of 32768; the sample's tones have 9830) … */
  private static final int LOUD = 2500;

  /** … after having been less for this many samples. */
  private static final int PAUSE = RATE / 10;

  private final ShortBuffer samples;

  private Sound(ShortBuffer samples) {
    this.samples = samples;
  }

  public static Sound of(Path video) {
    byte[] pcm =
        Decoder.read(
            video,
            "-map",
            "0:a:0",
            "-af",
            "aresample=async=1:first_pts=0,aresample=48000",
            "-ac",
            "2",
            "-f",
            "s16le");
    return new Sound(ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer());
  }

  public Duration length() {
    return time(count());
  }

  /** When each tone begins, to the sample. */
  public List<Duration> onsets(Channel channel) {
    var onsets = new ArrayList<Duration>();
    int lastLoud = -PAUSE;
    for (int sample = 0; sample < count(); sample++) {
      if (Math.abs(level(channel, sample)) >= LOUD) {
        if (sample - lastLoud >= PAUSE) {
          onsets.add(time(sample));
        }
        lastLoud = sample;
      }
    }
    return onsets;
  }

  /** Pitch of the 40 ms after a time, in Hz, by counting its waves. */
  public double pitch(Channel channel, Duration from) {
    int start = (int) (from.toNanos() * RATE / 1_000_000_000);
    int first = -1;
    int last = -1;
    int waves = -1;
    for (int sample = start + 1; sample < start + RATE / 25; sample++) {
      if (level(channel, sample - 1) < 0 && level(channel, sample) >= 0) {
        first = first < 0 ? sample : first;
        last = sample;
        waves++;
      }
    }
    return (double) waves * RATE / (last - first);
  }

  private int count() {
    return samples.limit() / 2;
  }

  private int level(Channel channel, int sample) {
    return samples.get(2 * sample + channel.ordinal());
  }

  private static Duration time(long sample) {
    return Duration.ofNanos(sample * 1_000_000_000 / RATE);
  }
}
