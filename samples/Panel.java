import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;

/**
 * The instruments: a clock, a lamp that flashes at each full second, the number of the frame in
 * figures and as 8 × 2 squares. All of it lies within the middle 9:16 of the picture.
 */
final class Panel {

  private static final int X = 680;
  private static final int Y = 48;
  private static final int WIDTH = 560;
  private static final int HEIGHT = 232;

  private static final int CELLS_X = 896;
  private static final int CELLS_Y = 176;
  private static final int CELL = 40;
  private static final int COLUMNS = 8;
  private static final int CELLS = 16;

  private static final int FLASH_FRAMES = 2;

  private static final Color BOARD = new Color(24, 24, 44);
  private static final Color FIGURES = new Color(255, 205, 120);
  private static final Color LAMP = new Color(58, 58, 84);

  /** Which of the seven strokes each figure has: top, top right, … clockwise, then the middle. */
  private static final int[] STROKES = {
    0b1111110, 0b0110000, 0b1101101, 0b1111001, 0b0110011,
    0b1011011, 0b1011111, 0b1110000, 0b1111111, 0b1111011
  };

  private static final double[][] ENDS = {
    {0, 0, 1, 0}, {1, 0, 1, 1}, {1, 1, 1, 2}, {1, 2, 0, 2}, {0, 2, 0, 1}, {0, 1, 0, 0}, {0, 1, 1, 1}
  };

  private Panel() {}

  static void draw(Graphics2D g, int frame) {
    g.setColor(BOARD);
    g.fillRoundRect(X, Y, WIDTH, HEIGHT, 36, 36);
    g.setColor(FIGURES);
    figures(g, clock(frame), X + 30, Y + 28, 34);
    figures(g, "%05d".formatted(frame), X + 30, CELLS_Y + 12, 22);
    boolean flash = frame % MakeSample.FRAMES_PER_SECOND < FLASH_FRAMES;
    g.setColor(flash ? Color.WHITE : LAMP);
    g.fill(new Ellipse2D.Double(X + WIDTH - 112, Y + 20, 88, 88));
    cells(g, frame);
  }

  private static String clock(int frame) {
    int millis = frame * 1000 / MakeSample.FRAMES_PER_SECOND;
    return "%02d:%02d.%03d".formatted(millis / 60_000, millis / 1000 % 60, millis % 1000);
  }

  /**
   * The squares, in reading order: one that is always white, twelve of the number from its highest
   * bit, two of parity (white when the count of white ones among bits 11, 9, … and among bits 10,
   * 8, … is odd), one that is always black.
   */
  private static void cells(Graphics2D g, int frame) {
    int odd = Integer.bitCount(frame & 0b1010_1010_1010) & 1;
    int even = Integer.bitCount(frame & 0b0101_0101_0101) & 1;
    int bits = 1 << 15 | frame << 3 | odd << 2 | even << 1;
    for (int cell = 0; cell < CELLS; cell++) {
      g.setColor((bits >> CELLS - 1 - cell & 1) == 1 ? Color.WHITE : Color.BLACK);
      g.fillRect(CELLS_X + cell % COLUMNS * CELL, CELLS_Y + cell / COLUMNS * CELL, CELL, CELL);
    }
  }

  /** Seven-stroke figures, drawn here so that no font of the machine is in the picture. */
  private static void figures(Graphics2D g, String text, double x, double y, double size) {
    g.setStroke(new BasicStroke((float) size / 4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (char c : text.toCharArray()) {
      switch (c) {
        case ':' -> {
          dot(g, x, y + size * 0.6);
          dot(g, x, y + size * 1.4);
        }
        case '.' -> dot(g, x, y + size * 2);
        default -> figure(g, c - '0', x, y, size);
      }
      x += c == ':' || c == '.' ? size * 0.55 : size * 1.45;
    }
  }

  private static void dot(Graphics2D g, double x, double y) {
    g.draw(new Line2D.Double(x, y, x, y));
  }

  private static void figure(Graphics2D g, int figure, double x, double y, double size) {
    for (int stroke = 0; stroke < ENDS.length; stroke++) {
      if ((STROKES[figure] >> ENDS.length - 1 - stroke & 1) == 1) {
        double[] at = ENDS[stroke];
        g.draw(
            new Line2D.Double(
                x + at[0] * size, y + at[1] * size, x + at[2] * size, y + at[3] * size));
      }
    }
  }
}
