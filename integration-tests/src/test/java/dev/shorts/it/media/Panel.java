package dev.shorts.it.media;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The instruments in one frame of the sample or of a short made of it, in gray and at a quarter of
 * their size in the sample. Their geometry is in {@code samples/README.md}.
 */
record Panel(byte[] gray) {

  private static final int X = 170;
  private static final int Y = 12;
  private static final int WIDTH = 140;
  private static final int HEIGHT = 58;
  private static final int CELLS_X = 54;
  private static final int CELLS_Y = 32;
  private static final int CELL = 10;
  private static final int COLUMNS = 8;
  private static final int CELLS = 16;

  /** The cells are white, the number, the parity of its odd bits and of its even ones, black. */
  private static final int NUMBER_BITS = 12;

  private static final int ODD_BITS = 0xAAA;
  private static final int EVEN_BITS = 0x555;
  private static final int LAMP_X = 123;
  private static final int LAMP_Y = 16;

  /** Least distance between black and white, of 255. */
  private static final double CONTRAST = 120;

  /** The panels of all frames, in the order in which they are shown. */
  static List<Panel> of(Path video, Framing framing) {
    String filter = framing.crop(4 * X, 4 * Y, 4 * WIDTH, 4 * HEIGHT) + ",scale=140:58:flags=area";
    byte[] frames =
        Decoder.read(
            video, "-map", "0:v:0", "-vf", filter, "-fps_mode", "passthrough", "-f", "rawvideo");
    int size = WIDTH * HEIGHT;
    return IntStream.range(0, frames.length / size)
        .mapToObj(frame -> new Panel(Arrays.copyOfRange(frames, frame * size, (frame + 1) * size)))
        .toList();
  }

  /** FFmpeg's filters that draw the number of each frame into a film in {@code QUARTER} framing. */
  static List<String> drawNumbers() {
    var boxes = new ArrayList<String>();
    for (int cell = 0; cell < CELLS; cell++) {
      boxes.add(fill(cell, "black", "1"));
    }
    boxes.add(fill(0, "white", "1"));
    for (int bit = 0; bit < NUMBER_BITS; bit++) {
      boxes.add(fill(NUMBER_BITS - bit, "white", bits(1 << bit)));
    }
    boxes.add(fill(NUMBER_BITS + 1, "white", "mod(" + bits(ODD_BITS) + ",2)"));
    boxes.add(fill(NUMBER_BITS + 2, "white", "mod(" + bits(EVEN_BITS) + ",2)"));
    return boxes;
  }

  private static String fill(int cell, String colour, String when) {
    return "drawbox=%d:%d:%d:%d:%s:fill:enable='%s'"
        .formatted(
            X + CELLS_X + cell % COLUMNS * CELL,
            Y + CELLS_Y + cell / COLUMNS * CELL,
            CELL,
            CELL,
            colour,
            when);
  }

  /** An expression of FFmpeg that counts which bits of {@code mask} the frame's number has. */
  private static String bits(int mask) {
    return IntStream.range(0, NUMBER_BITS)
        .filter(bit -> (mask >> bit & 1) == 1)
        .mapToObj(bit -> "mod(floor(n/%d),2)".formatted(1 << bit))
        .collect(Collectors.joining("+"));
  }

  /**
   * The number of the sample's frame that this one shows.
   *
   * @throws IllegalStateException if it can't be read for certain, as when two frames are blended
   */
  int number() {
    double white = cell(0);
    double black = cell(CELLS - 1);
    if (white - black < CONTRAST) {
      throw new IllegalStateException(
          "no frame number: white %s, black %s".formatted(white, black));
    }
    int bits = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      double share = (cell(cell) - black) / (white - black);
      if (share > 0.3 && share < 0.7) {
        throw new IllegalStateException("cell %d is %s %% white".formatted(cell, 100 * share));
      }
      bits = bits << 1 | (share > 0.5 ? 1 : 0);
    }
    int number = bits >> 3 & 0xFFF;
    if ((bits >> 2 & 1) != (Integer.bitCount(number & ODD_BITS) & 1)
        || (bits >> 1 & 1) != (Integer.bitCount(number & EVEN_BITS) & 1)) {
      throw new IllegalStateException("the parity of frame number %d is wrong".formatted(number));
    }
    return number;
  }

  /** Whether the lamp flashes: it is as bright as the white of the number. */
  boolean flashes() {
    return (mean(LAMP_X, LAMP_Y) - cell(CELLS - 1)) / (cell(0) - cell(CELLS - 1)) > 0.6;
  }

  private double cell(int cell) {
    int x = CELLS_X + cell % COLUMNS * CELL;
    int y = CELLS_Y + cell / COLUMNS * CELL;
    return mean(x + CELL / 2, y + CELL / 2);
  }

  /** Mean of 4×4 pixels around a point. */
  private double mean(int x, int y) {
    return IntStream.range(0, 16)
        .map(i -> Byte.toUnsignedInt(gray[(y - 2 + i / 4) * WIDTH + x - 2 + i % 4]))
        .average()
        .orElseThrow();
  }
}
