package dev.shorts.transcode.frames;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.shorts.transcode.OneExport;
import dev.shorts.transcode.fixture.Stock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A source that a test makes: each of its frames shows its number as a row of black and white
 * boxes, the highest bit at the left, over their complements.
 *
 * @param file in a folder of its own
 */
record NumberedSource(Path file) {

  static final int BITS = 14;

  /** Of a box, whose sides are those of a macroblock, so that no codec blurs its border. */
  private static final int BOX_WIDTH = 16;

  static final int WIDTH = BITS * BOX_WIDTH;
  static final int HEIGHT = 128;

  /** How an encoder is told what it reads. */
  private static final String INPUT =
      "-f rawvideo -pixel_format gray -video_size %dx%d -framerate %s -i pipe:0";

  static final String H264 = "-pix_fmt yuv420p -c:v libx264 -preset veryfast -bf 2 -g 30";

  /** Every time that a test writes is a whole number of these. */
  private static final String CLOCK =
      "settb=1/60000,setpts=%s -fps_mode passthrough" + " -enc_time_base 1:60000";

  /** The options that give frame N, counted from 0, its time in seconds. */
  static String at(String seconds) {
    return "-vf " + CLOCK.formatted("round(60000*(%s))".formatted(seconds).replace(",", "\\,"));
  }

  /** The options that add a tone as the second input. */
  static String tone(double seconds) {
    return "-f lavfi -i sine=f=440:d=" + seconds;
  }

  /** Makes frames 0 to {@code count} - 1. */
  NumberedSource make(int count, String rate, String... options) throws IOException {
    return makeOf(IntStream.range(0, count).boxed().toList(), rate, options);
  }

  /**
   * Makes frames of these numbers.
   *
   * @param rate frames a second, which may be changed by {@link #at}
   * @param options of FFmpeg, between its first input and the file
   */
  NumberedSource makeOf(List<Integer> numbers, String rate, String... options) throws IOException {
    var words = new ArrayList<>(words(INPUT.formatted(WIDTH, HEIGHT, rate)));
    Stream.of(options).map(NumberedSource::words).forEach(words::addAll);
    words.add(file.toString());
    Stock.write(
        words,
        pipe -> {
          for (int number : numbers) {
            pipe.write(picture(number));
          }
        });
    return this;
  }

  /** Another file beside this one, which a test makes of this one. */
  NumberedSource beside(String name) {
    return new NumberedSource(file.resolveSibling(name));
  }

  /** Copies the streams into another container. */
  NumberedSource copiedTo(String name, String... options) throws IOException {
    var copy = beside(name);
    var words = new ArrayList<>(List.of("-fflags", "+genpts", "-i", file.toString(), "-c", "copy"));
    Stream.of(options).map(NumberedSource::words).forEach(words::addAll);
    words.add(copy.file.toString());
    Stock.write(words, _ -> {});
    return copy;
  }

  /** Number of packets of the only stream. */
  long packets() throws IOException {
    var lines = new long[1];
    var words = words("-i %s -c copy -f framecrc pipe:1".formatted(file));
    Stock.read(
        words,
        pipe ->
            lines[0] =
                new String(pipe.readAllBytes(), US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .count());
    return lines[0];
  }

  byte[] bytes() throws IOException {
    return Files.readAllBytes(file);
  }

  NumberedSource write(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    return this;
  }

  /** Makes the short of a scene. */
  ShortFrames scene(String from, String to) throws IOException {
    var root = Files.createTempDirectory(file.getParent(), "scene");
    return ShortFrames.of(new OneExport(root).run(file, "letterbox", from, to, 1));
  }

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }

  /** In levels of grey. */
  static byte[] picture(int number) {
    var picture = new byte[WIDTH * HEIGHT];
    for (int bit = 0; bit < BITS; bit++) {
      boolean set = (number >> BITS - 1 - bit & 1) == 1;
      for (int y = 0; y < HEIGHT; y++) {
        int from = y * WIDTH + bit * BOX_WIDTH;
        boolean white = set == y < HEIGHT / 2;
        Arrays.fill(picture, from, from + BOX_WIDTH, (byte) (white ? 255 : 0));
      }
    }
    return picture;
  }
}
