import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Draws {@code samples/sample.mp4}: run {@code java samples/MakeSample.java} in the root of the
 * repository, with any ffmpeg that has libx264 on the PATH.
 *
 * <p>README.md says what is in the picture, and what of it a test can measure.
 */
final class MakeSample {

  static final int WIDTH = 1920;
  static final int HEIGHT = 1080;
  static final int FRAMES_PER_SECOND = 30;
  static final int SECONDS = 48;

  private MakeSample() {}

  static void main(String[] arguments) throws IOException, InterruptedException {
    Path output = Path.of(arguments.length > 0 ? arguments[0] : "samples/sample.mp4");
    Path sound = Files.createTempFile("sample", ".pcm");
    try {
      Files.write(sound, Sound.stereo(SECONDS));
      encode(sound, output);
    } finally {
      Files.delete(sound);
    }
  }

  private static void encode(Path sound, Path output) throws IOException, InterruptedException {
    Process ffmpeg =
        new ProcessBuilder(command(sound, output))
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    var bytes = ByteBuffer.allocate(4 * pixels.length).order(ByteOrder.LITTLE_ENDIAN);
    var landscape = new Landscape();
    try (var pipe = ffmpeg.getOutputStream()) {
      for (int frame = 0; frame < SECONDS * FRAMES_PER_SECOND; frame++) {
        draw(landscape, frame, picture);
        bytes.asIntBuffer().put(pixels);
        pipe.write(bytes.array());
      }
    }
    if (ffmpeg.waitFor() != 0) {
      throw new IOException("ffmpeg failed; its words are above");
    }
  }

  private static void draw(Landscape landscape, int frame, BufferedImage picture) {
    Graphics2D g = picture.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    landscape.draw(g, frame);
    Panel.draw(g, frame);
    g.dispose();
  }

  /** Like an ordinary upload: closed GOPs of two seconds, B-frames, AAC, tags, the index first. */
  private static List<String> command(Path sound, Path output) {
    String words =
        """
        -hide_banner -loglevel error -y
        -f rawvideo -pixel_format bgr0 -video_size %dx%d -framerate %d -i pipe:0
        -f s16le -ar 48000 -ch_layout stereo -i %s
        -vf scale=out_color_matrix=bt709:out_range=tv,format=yuv420p
        -c:v libx264 -preset slower -tune animation -crf 31 -g 60 -keyint_min 60 -sc_threshold 0
        -bf 3 -color_primaries bt709 -color_trc bt709 -colorspace bt709 -color_range tv
        -c:a aac -b:a 64k -fflags +bitexact -movflags +faststart
        """
            .formatted(WIDTH, HEIGHT, FRAMES_PER_SECOND, sound);
    return Stream.of(List.of("ffmpeg"), List.of(words.strip().split("\\s+")), List.of("" + output))
        .flatMap(List::stream)
        .toList();
  }
}
