package dev.shorts.transcode.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.OneExport;
import dev.shorts.transcode.fixture.Stock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that are another thing in the middle of the scene than at its beginning. */
class ChangesOnTheWayIT {

  private static final int WIDTH = 54;
  private static final int HEIGHT = 96;
  private static final int FRAME = WIDTH * HEIGHT;
  private static final int SOUND_RATE = 8000;

  @TempDir private Path root;

  /** As the recording of a call does when the line gets worse. */
  @Test
  void aPictureThatShrinksStaysWhereItIs() throws IOException {
    for (var size : List.of("640x360", "320x180")) {
      run(
          "-f lavfi -i color=gray:s=%s:r=30:d=1,drawbox=iw*0.6:ih*0.2:iw*0.2:ih*0.3:white:fill"
              + " -c:v libvpx -b:v 2M "
              + root.resolve(size + ".webm"),
          size);
    }
    Files.writeString(root.resolve("list"), "file 640x360.webm\nfile 320x180.webm\n");
    var source = root.resolve("call.webm");
    run("-f concat -i %s -c copy " + source, root.resolve("list"));

    var pictures = decoded(source, "-an -vf scale=%d:%d,format=gray".formatted(WIDTH, HEIGHT));
    assertThat(pictures).hasSize(30 * FRAME);
    for (int i = 0; i < FRAME; i++) {
      assertThat(pictures[25 * FRAME + i] & 255)
          .as("column %d, row %d", i % WIDTH, i / WIDTH)
          .isBetween((pictures[i] & 255) - 12, (pictures[i] & 255) + 12);
    }
  }

  /** As broadcasts do where advertisements begin. */
  @Test
  void soundThatChangesFrom51ToStereoGoesOn() throws IOException {
    var source = Files.createFile(root.resolve("show.ts"));
    append(source, "5.1", 440, 0);
    append(source, "stereo", 880, 1);

    var bytes = decoded(source, "-vn -ac 1 -ar " + SOUND_RATE);
    var sound = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(sound);
    assertThat(pitch(sound, 0.1)).isBetween(420, 460);
    assertThat(pitch(sound, 0.7)).isBetween(850, 920);
  }

  /** How often sound rises through 0 within two tenths of a second from {@code from}, a second. */
  private static int pitch(float[] sound, double from) {
    int rises = 0;
    for (int i = (int) (from * SOUND_RATE); i < (from + 0.2) * SOUND_RATE; i++) {
      rises += sound[i] < 0 && sound[i + 1] >= 0 ? 1 : 0;
    }
    return rises * 5;
  }

  private void append(Path broadcast, String channels, int pitch, int second) throws IOException {
    var part = root.resolve(channels + ".ts");
    run(
        "-f lavfi -i color=gray:s=320x180:r=25:d=1 -f lavfi -i"
            + " sine=%d:r=48000:d=1,aformat=channel_layouts=%s".formatted(pitch, channels)
            + " -c:v mpeg2video -g 5 -bf 0 -c:a ac3 -output_ts_offset %s "
            + part,
        second);
    Files.write(broadcast, Files.readAllBytes(part), StandardOpenOption.APPEND);
  }

  /** What a short of the second around the change is to other eyes and ears. */
  private byte[] decoded(Path source, String options) throws IOException {
    var ended = new OneExport(root.resolve("export")).run(source, "center_crop", "0.5", "1.5", 2);
    assertThat(ended.completed()).as(ended.log()).isTrue();
    assertThat(ended.said()).endsWith("notice=null");
    var format = options.startsWith("-vn") ? "f32le" : "rawvideo";
    var words = "-i %s %s -f %s pipe:1".formatted(ended.file(), options, format);
    var bytes = new ByteArrayOutputStream();
    Stock.read(List.of(words.split(" ")), pipe -> pipe.transferTo(bytes));
    return bytes.toByteArray();
  }

  private static void run(String words, Object value) throws IOException {
    Stock.write(List.of(words.formatted(value).split(" ")), _ -> {});
  }
}
