import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** A striped balloon that drifts from the right to the left. */
final class Balloon {

  private static final Color[] STRIPES = {
    new Color(222, 84, 78), new Color(250, 222, 176), new Color(64, 110, 140)
  };

  private Balloon() {}

  static void draw(Graphics2D g, int frame) {
    double x = 1720 - frame * 1.0;
    double y = 400 + 24 * Math.sin(2 * Math.PI * frame / 300);
    var envelope = new Area(new Ellipse2D.Double(x - 66, y - 72, 132, 132));
    var skirt = new Path2D.Double();
    skirt.moveTo(x - 58, y + 26);
    skirt.lineTo(x - 18, y + 92);
    skirt.lineTo(x + 18, y + 92);
    skirt.lineTo(x + 58, y + 26);
    envelope.add(new Area(skirt));
    g.setColor(STRIPES[0]);
    g.fill(envelope);
    for (int stripe = 1; stripe < 4; stripe++) {
      double half = 66 * (1 - stripe * 0.27);
      g.setColor(STRIPES[stripe % 3]);
      var ring = new Area(new Ellipse2D.Double(x - half, y - 80, 2 * half, 190));
      ring.intersect(envelope);
      g.fill(ring);
    }
    g.setColor(new Color(70, 48, 62));
    g.draw(new Line2D.Double(x - 16, y + 92, x - 12, y + 116));
    g.draw(new Line2D.Double(x + 16, y + 92, x + 12, y + 116));
    g.fill(new RoundRectangle2D.Double(x - 16, y + 114, 32, 24, 8, 8));
  }
}
