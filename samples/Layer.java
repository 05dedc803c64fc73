import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;

/** One endless strip of the scene, drawn once, that passes with {@code speed} pixels per frame. */
record Layer(BufferedImage strip, double speed) {

  /** Width of a strip, after which it repeats; a power of two for {@link #ridge}. */
  private static final int LENGTH = 4096;

  void draw(Graphics2D g, int frame) {
    int x = -(int) Math.floorMod(Math.round(frame * speed), (long) LENGTH);
    g.drawImage(strip, x, 0, null);
    g.drawImage(strip, x + LENGTH, 0, null);
  }

  static Layer mountains(int seed, double speed, int y, int rise, Color color, Color haze) {
    var random = new Random(seed);
    double[] ridge = ridge(random, y, rise, 0.5);
    return strip(
        speed,
        g -> {
          g.setPaint(new GradientPaint(0, y - rise, color, 0, y + 200, haze));
          ground(g, ridge);
        });
  }

  static Layer forest(
      int seed, double speed, int y, int rise, int height, Color color, Color haze) {
    var random = new Random(seed);
    double[] ridge = ridge(random, y, rise, 0.38);
    return strip(
        speed,
        g -> {
          g.setPaint(new GradientPaint(0, y - rise, color, 0, y + 200, haze));
          ground(g, ridge);
          g.setColor(color);
          for (int x = 0; x < LENGTH; x += height / 4 + random.nextInt(height * 2 / 3)) {
            double tall = height * (0.7 + 0.6 * random.nextDouble());
            fir(g, x, ridge[x] + 6, tall);
            fir(g, x - LENGTH, ridge[x] + 6, tall);
          }
        });
  }

  static Layer clouds(int seed, double speed) {
    var random = new Random(seed);
    return strip(
        speed,
        g -> {
          g.setColor(new Color(255, 214, 196, 90));
          for (int cloud = 0; cloud < 14; cloud++) {
            int x = cloud * 292 + random.nextInt(120);
            int y = 90 + random.nextInt(330);
            for (int bar = 0; bar < 3; bar++) {
              int width = 120 + random.nextInt(200);
              double left = Math.min(x + random.nextInt(120) - 60, LENGTH - width);
              g.fill(new RoundRectangle2D.Double(left, y + bar * 20, width, 22, 22, 22));
            }
          }
        });
  }

  static Layer viaduct(double speed) {
    var stone = new Area(new Rectangle2D.Double(0, Train.RAIL, LENGTH, MakeSample.HEIGHT));
    for (int x = 0; x < LENGTH; x += 256) {
      stone.subtract(new Area(new Arc2D.Double(x + 26, Train.RAIL + 48, 204, 204, 0, 180, 1)));
      stone.subtract(new Area(new Rectangle2D.Double(x + 26, Train.RAIL + 149, 204, 500)));
    }
    return strip(
        speed,
        g -> {
          g.setPaint(
              new GradientPaint(
                  0, Train.RAIL, new Color(92, 70, 98), 0, 1080, new Color(38, 32, 66)));
          g.fill(stone);
          g.setColor(new Color(150, 108, 120));
          g.fillRect(0, Train.RAIL, LENGTH, 5);
          g.setColor(new Color(60, 48, 78));
          g.fillRect(0, Train.RAIL + 22, LENGTH, 5);
          for (int x = 0; x < LENGTH; x += 32) {
            g.fillRect(x, Train.RAIL + 5, 3, 17);
          }
        });
  }

  private static Layer strip(double speed, Consumer<Graphics2D> drawing) {
    var strip = new BufferedImage(LENGTH, MakeSample.HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D g = strip.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    drawing.accept(g);
    g.dispose();
    return new Layer(strip, speed);
  }

  /** A skyline by midpoint displacement, with a height for every pixel; its end meets its start. */
  private static double[] ridge(Random random, int y, int rise, double roughness) {
    double[] ridge = new double[LENGTH + 1];
    Arrays.fill(ridge, y);
    double jump = rise;
    for (int step = LENGTH / 4; step >= 1; step /= 2) {
      for (int x = step; x < LENGTH; x += 2 * step) {
        double between = (ridge[x - step] + ridge[x + step]) / 2;
        ridge[x] = between + jump * (random.nextDouble() - 0.5);
      }
      if (step <= LENGTH / 8) { // the widest two are equally high: a few mountains, not one
        jump *= roughness;
      }
    }
    return ridge;
  }

  private static void ground(Graphics2D g, double[] ridge) {
    var shape = new Path2D.Double();
    shape.moveTo(0, MakeSample.HEIGHT);
    for (int x = 0; x < LENGTH; x += 4) {
      shape.lineTo(x, ridge[x]);
    }
    shape.lineTo(LENGTH, ridge[LENGTH]);
    shape.lineTo(LENGTH, MakeSample.HEIGHT);
    g.fill(shape);
  }

  private static void fir(Graphics2D g, double x, double foot, double height) {
    for (int tier = 0; tier < 4; tier++) {
      double top = foot - height * (1 - tier * 0.2);
      double half = height * (0.1 + 0.045 * tier);
      var branch = new Path2D.Double();
      branch.moveTo(x, top);
      branch.lineTo(x + half, top + height * 0.34);
      branch.lineTo(x - half, top + height * 0.34);
      g.fill(branch);
    }
  }
}
