package dev.shorts.transcode.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shorts.transcode.OneExport;
import dev.shorts.transcode.fixture.Stock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The longest scene there is, of pictures that come unevenly and sound of another rate: a flash and
 * a tone that belong together stay so.
 */
class SyncIT {

  private static final double FRAME = 1001.0 / 30_000;
  private static final int FRAMES = 5394;
  private static final int SOUND_RATE = 8000;

  /** Of the source's pictures; those are shown on time, every third other one late. */
  private static final int[] FLASHES = {60, 5400};

  private static final double SECONDS_OF_FLASH = 0.1;

  /** The scene begins at 1 s, a millisecond before number 30. */
  private static final double START = 30 * FRAME;

  @TempDir private Path root;

  @Test
  void soundAndPictureStayTogetherFor180Seconds() throws IOException {
    var source = root.resolve("source.mp4");
    make(source);
    var ended = new OneExport(root).run(source, "center_crop", "1", "181", 2);
    assertThat(ended.completed()).as(ended.log()).isTrue();

    var levels = brightness(ended.file());
    assertThat(levels).hasSize(FRAMES);
    var sound = sound(ended.file());
    assertThat(sound.length / (double) SOUND_RATE).isBetween(179.9, FRAMES * FRAME);
    for (int flash : FLASHES) {
      double expected = flash * FRAME - START;
      double seen = first(levels, expected, 1 / FRAME);
      double heard = first(sound, expected, SOUND_RATE);
      assertThat(seen).isCloseTo(expected, within(FRAME));
      assertThat(heard).isCloseTo(seen, within(FRAME));
    }

    var slow = root.resolve("slow.mp4");
    run("-i %s -c:v copy -af asetrate=47984,aresample=48000 %s".formatted(ended.file(), slow));
    double expected = FLASHES[1] * FRAME - START;
    assertThat(first(sound(slow), expected, SOUND_RATE))
        .as("sound that is a 3000th too slow is noticed")
        .isGreaterThan(first(levels, expected, 1 / FRAME) + FRAME);
  }

  private static void make(Path file) throws IOException {
    var flash = "between(n\\,%d\\,%d)";
    var tone = "between(t\\,%f\\,%f)";
    var flashes =
        flash.formatted(FLASHES[0], FLASHES[0] + 2)
            + "+"
            + flash.formatted(FLASHES[1], FLASHES[1] + 2);
    var tones =
        tone.formatted(FLASHES[0] * FRAME, FLASHES[0] * FRAME + SECONDS_OF_FLASH)
            + "+"
            + tone.formatted(FLASHES[1] * FRAME, FLASHES[1] * FRAME + SECONDS_OF_FLASH);
    run(
        "-f lavfi -i color=gray:s=90x160:r=30000/1001:d=182,drawbox=c=white:t=fill:enable=%s"
                .formatted(flashes)
            + " -f lavfi -i aevalsrc=0.5*sin(2*PI*1000*t)*(%s):s=44100:d=182".formatted(tones)
            + " -vf settb=1/90000,setpts=(N+0.4*eq(mod(N\\,3)\\,2))*1001/30000/TB -fps_mode"
            + " passthrough -enc_time_base 1:90000 -c:v libx264 -preset ultrafast -pix_fmt yuv420p"
            + " -c:a aac "
            + file);
  }

  private static void run(String words) throws IOException {
    Stock.write(List.of(words.split(" ")), _ -> {});
  }

  /** Of each frame, 0 to 255. */
  private static float[] brightness(Path file) throws IOException {
    var levels =
        read("-i %s -fps_mode passthrough -vf scale=2:2,format=gray -f rawvideo pipe:1", file);
    var frames = new float[levels.length / 4];
    for (int n = 0; n < frames.length; n++) {
      frames[n] = levels[4 * n] & 255;
    }
    return frames;
  }

  private static float[] sound(Path file) throws IOException {
    var bytes = read("-i %s -vn -ac 1 -ar " + SOUND_RATE + " -f f32le pipe:1", file);
    var samples = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(samples);
    return samples;
  }

  private static byte[] read(String words, Path file) throws IOException {
    var read = new byte[1][];
    Stock.read(List.of(words.formatted(file).split(" ")), pipe -> read[0] = all(pipe));
    return read[0];
  }

  private static byte[] all(InputStream pipe) throws IOException {
    return pipe.readAllBytes();
  }

  /**
   * When, in the second around {@code expected}, a level first comes near the highest of it.
   *
   * @param rate values a second
   */
  private static double first(float[] values, double expected, double rate) {
    int from = (int) ((expected - 0.5) * rate);
    int to = Math.min(values.length, (int) ((expected + 0.5) * rate));
    double low = Math.abs(values[from]);
    double most = low;
    for (int i = from; i < to; i++) {
      most = Math.max(most, Math.abs(values[i]));
    }
    int i = from;
    while (Math.abs(values[i]) < (low + most) / 2) {
      i++;
    }
    return i / rate;
  }
}
