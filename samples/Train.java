import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** A steam engine and its coaches; the camera keeps up with it. */
final class Train {

  /** Pixels per frame along the viaduct. */
  static final int SPEED = 8;

  /** Where the rails are, in pixels from the top. */
  static final int RAIL = 800;

  private static final Color RED = new Color(176, 52, 58);
  private static final Color DARK = new Color(40, 34, 58);
  private static final Color BRASS = new Color(240, 186, 98);
  private static final Color WINDOW = new Color(255, 228, 150);
  private static final Color CREAM = new Color(240, 214, 184);
  private static final int COACH = 330;

  /** Where the engine ends, in pixels from the left. */
  private static final int FRONT = 1190;

  /** Radius of its three big wheels. */
  private static final int DRIVER = 34;

  private Train() {}

  static void draw(Graphics2D g, int frame) {
    smoke(g, frame, FRONT - 62);
    for (int coach = 0; coach < 3; coach++) {
      coach(g, FRONT - 430 - (coach + 1) * COACH);
    }
    engine(g, frame, FRONT);
  }

  private static void engine(Graphics2D g, int frame, double front) {
    box(g, DARK, front - 420, 704, 96, 72, 8); // tender
    box(g, DARK, front - 300, 772, 290, 14, 4);
    box(g, RED, front - 312, 660, 96, 122, 10); // cab
    box(g, DARK, front - 322, 652, 116, 14, 8);
    box(g, WINDOW, front - 290, 684, 48, 40, 6);
    box(g, RED, front - 226, 698, 206, 76, 30); // boiler
    for (int band = 0; band < 3; band++) {
      box(g, BRASS, front - 180 + band * 52, 698, 6, 76, 0);
    }
    box(g, DARK, front - 78, 650, 34, 52, 4); // chimney
    box(g, DARK, front - 86, 642, 50, 14, 6);
    box(g, BRASS, front - 150, 680, 36, 24, 16); // dome
    box(g, DARK, front - 28, 704, 18, 64, 8);
    g.setColor(new Color(255, 244, 200));
    g.fill(new Ellipse2D.Double(front - 26, 690, 24, 24));
    for (double x : new double[] {80, 40, 400, 350}) {
      disc(g, front - x);
    }
    double turn = (double) frame * SPEED / DRIVER;
    for (double x : new double[] {290, 216, 142}) {
      driver(g, turn, front - x);
    }
    rod(g, turn, front);
  }

  private static void coach(Graphics2D g, double x) {
    box(g, DARK, x + COACH - 12, 760, 24, 8, 0); // coupling
    box(g, RED, x, 680, COACH - 14, 98, 12);
    box(g, CREAM, x, 700, COACH - 14, 36, 0);
    box(g, DARK, x - 6, 672, COACH - 2, 14, 8);
    for (int window = 0; window < 6; window++) {
      box(g, WINDOW, x + 18 + window * 49, 702, 34, 32, 4);
    }
    for (double axle : new double[] {40, 84, 232, 276}) {
      disc(g, x + axle);
    }
  }

  /** A small wheel, without spokes: to see a dozen of them turn would take a third of the file. */
  private static void disc(Graphics2D g, double x) {
    for (int ring = 0; ring < 3; ring++) {
      double radius = 18 - 6 * ring;
      g.setColor(ring == 1 ? BRASS : DARK);
      g.fill(new Ellipse2D.Double(x - radius, RAIL - 18 - radius, 2 * radius, 2 * radius));
    }
  }

  private static void driver(Graphics2D g, double turn, double x) {
    double y = RAIL - DRIVER;
    g.setColor(DARK);
    g.fill(new Ellipse2D.Double(x - DRIVER, y - DRIVER, 2 * DRIVER, 2 * DRIVER));
    g.setColor(BRASS);
    g.setStroke(new BasicStroke(3));
    for (int spoke = 0; spoke < 2; spoke++) {
      double across = Math.cos(turn + spoke * Math.PI / 2) * (DRIVER - 5);
      double down = Math.sin(turn + spoke * Math.PI / 2) * (DRIVER - 5);
      g.draw(new Line2D.Double(x - across, y - down, x + across, y + down));
    }
  }

  private static void rod(Graphics2D g, double turn, double front) {
    double across = Math.cos(turn) * 18;
    double y = RAIL - DRIVER + Math.sin(turn) * 18;
    g.setColor(CREAM);
    g.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(new Line2D.Double(front - 290 + across, y, front - 142 + across, y));
  }

  /** A puff every eight frames, which stays behind, rises, grows and fades. */
  private static void smoke(Graphics2D g, int frame, double chimney) {
    for (int puff = frame / 8 - 15; puff <= frame / 8; puff++) {
      double age = (frame - puff * 8) / 128.0;
      double x = chimney - 760 * age + 12 * Math.sin(puff * 2.4);
      double y = 634 - 190 * Math.sqrt(age) + 14 * Math.sin(puff * 1.7);
      var thick = new Color(255, 236, 220, (int) (215 * (1 - age)));
      Landscape.glow(g, x, y, 26 + 90 * age, 0.35f, thick);
    }
  }

  private static void box(
      Graphics2D g, Color color, double x, double y, double width, double height, double round) {
    g.setColor(color);
    g.fill(
        round == 0
            ? new Rectangle2D.Double(x, y, width, height)
            : new RoundRectangle2D.Double(x, y, width, height, round, round));
  }
}
