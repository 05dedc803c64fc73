package dev.shorts.transcode.matrix;

import dev.shorts.transcode.fixture.Source;
import dev.shorts.transcode.fixture.Tones;
import java.util.ArrayList;
import java.util.List;

/** The tone begins and ends where it did in the source, and left is left. */
final class Sound {

  static final int RATE = 48_000;

  /** At most; the contract says one frame. */
  private static final double LATEST = 1 / 25.0;

  /** Of the tone's own level, where it counts as begun. */
  private static final double BEGUN = 0.5;

  private static final int WINDOW = RATE / 500;

  private Sound() {}

  static List<String> wrong(ShortUnderTest seen) {
    var sound = seen.watched().sound();
    if (seen.source().sound().isEmpty() || seen.source().silent()) {
      return sound.length == 0 ? List.of() : List.of("there is sound");
    }
    var wrong = new ArrayList<String>();
    if (sound.length > 2 * RATE * (seen.source().shortSeconds() + 1024.0 / RATE)) {
      wrong.add("outlasts the picture: %d samples".formatted(sound.length / 2));
    }
    var heard = heard(sound);
    compare(wrong, "begins", heard[0], seen.source().toneAt() - seen.start(), reach(seen));
    compare(wrong, "ends", heard[1], seen.source().toneEnd() - seen.start(), reach(seen));
    wrong.addAll(channels(seen, sound, heard));
    return wrong;
  }

  private static double reach(ShortUnderTest seen) {
    return Math.min(LATEST, 1 / Source.ratio(seen.source().shortRate()));
  }

  private static void compare(
      List<String> wrong, String what, double is, double expected, double reach) {
    if (!(Math.abs(is - expected) <= reach)) {
      wrong.add("the tone %s at %.4f, not at %.4f".formatted(what, is, expected));
    }
  }

  /** When the tone begins and ends, in seconds; both 0 where there is none. */
  static double[] heard(float[] sound) {
    var levels = new double[sound.length / 2 / WINDOW];
    double loudest = 0;
    for (int i = 0; i < levels.length; i++) {
      for (int k = 2 * i * WINDOW; k < 2 * (i + 1) * WINDOW; k++) {
        levels[i] += Math.abs(sound[k]) / (2 * WINDOW);
      }
      loudest = Math.max(loudest, levels[i]);
    }
    int first = -1;
    int last = -1;
    for (int i = 0; loudest > 0.01 && i < levels.length; i++) {
      boolean loud = levels[i] > BEGUN * loudest;
      first = loud && first < 0 ? i : first;
      last = loud ? i : last;
    }
    return new double[] {
      Math.max(0, first) * (double) WINDOW / RATE, (last + 1) * (double) WINDOW / RATE
    };
  }

  /** The front channels' own pitches prevail on their side. */
  private static List<String> channels(ShortUnderTest seen, float[] sound, double[] heard) {
    boolean mono = seen.source().sound().orElseThrow().layout().equals("mono");
    var wrong = new ArrayList<String>();
    for (int side = 0; side < 2; side++) {
      double own = power(sound, side, Tones.pitch(mono ? 0 : side), heard);
      double other = power(sound, side, mono ? 3000 : Tones.pitch(1 - side), heard);
      if (!(own > 10 * other && own > 1e-4)) {
        wrong.add("channel %d has %.6f of its pitch, %.6f of another".formatted(side, own, other));
      }
    }
    return wrong;
  }

  /** Of one pitch (Goertzel, as a sum), in the middle of the tone. */
  private static double power(float[] sound, int side, int pitch, double[] heard) {
    int from = (int) ((heard[0] * 0.75 + heard[1] * 0.25) * RATE);
    int to = (int) ((heard[0] * 0.25 + heard[1] * 0.75) * RATE);
    double re = 0;
    double im = 0;
    for (int i = from; i < to; i++) {
      double angle = 2 * Math.PI * pitch * i / RATE;
      re += sound[2 * i + side] * Math.cos(angle);
      im += sound[2 * i + side] * Math.sin(angle);
    }
    return (re * re + im * im) / Math.pow(Math.max(1, to - from), 2);
  }
}
