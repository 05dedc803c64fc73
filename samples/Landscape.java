import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.util.List;

/** The scene: a train on a viaduct at sunset, seen by a camera that travels along with it. */
final class Landscape {

  private static final LinearGradientPaint SKY =
      new LinearGradientPaint(
          0,
          0,
          0,
          760,
          new float[] {0, 0.4f, 0.72f, 1},
          new Color[] {
            new Color(58, 66, 128),
            new Color(190, 112, 146),
            new Color(250, 172, 124),
            new Color(255, 224, 164)
          });

  /** From the far to the near; the nearer, the faster it passes. */
  private final List<Layer> behind =
      List.of(
          Layer.clouds(1, 0.5),
          Layer.mountains(2, 1, 520, 230, new Color(198, 124, 146), new Color(250, 192, 150)),
          Layer.mountains(3, 2, 640, 200, new Color(146, 90, 132), new Color(226, 152, 146)),
          Layer.forest(4, 4, 700, 110, 46, new Color(98, 66, 116), new Color(168, 106, 130)),
          Layer.forest(5, 6, 800, 60, 80, new Color(60, 46, 92), new Color(104, 72, 116)));

  private final Layer viaduct = Layer.viaduct(Train.SPEED);
  private final Layer bushes =
      Layer.forest(7, 14, 1090, 60, 90, new Color(22, 20, 44), Color.BLACK);

  void draw(Graphics2D g, int frame) {
    g.setPaint(SKY);
    g.fillRect(0, 0, MakeSample.WIDTH, MakeSample.HEIGHT);
    sun(g, 1040, 400 + frame * 0.1);
    behind.forEach(layer -> layer.draw(g, frame));
    Balloon.draw(g, frame);
    Train.draw(g, frame);
    viaduct.draw(g, frame);
    bushes.draw(g, frame);
  }

  private static void sun(Graphics2D g, double x, double y) {
    glow(g, x, y, 330, 0.2f, new Color(255, 236, 180, 150));
    g.setColor(new Color(255, 244, 206));
    g.fill(new Ellipse2D.Double(x - 92, y - 92, 184, 184));
  }

  /** A disc that is {@code color} up to {@code core} of its radius and fades out to its edge. */
  static void glow(Graphics2D g, double x, double y, double radius, float core, Color color) {
    var nothing = new Color(color.getRed(), color.getGreen(), color.getBlue(), 0);
    var centre = new Point2D.Double(x, y);
    g.setPaint(
        new RadialGradientPaint(
            centre, (float) radius, new float[] {core, 1}, new Color[] {color, nothing}));
    g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }
}
