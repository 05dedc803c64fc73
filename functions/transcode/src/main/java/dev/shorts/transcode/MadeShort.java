package dev.shorts.transcode;

import dev.shorts.transcode.plan.Plan;
import dev.shorts.transcode.proof.Finished;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A proved short, as its owner is told of it.
 *
 * @param resolution as in "1080x1920"
 * @param notice what was left out
 */
record MadeShort(long bytes, double seconds, String resolution, Optional<String> notice) {

  /** Decimals of a second, as a probe shows them. */
  private static final int MICROS = 6;

  static MadeShort of(Finished file, Plan plan) {
    var picture = file.picture().orElseThrow();
    return new MadeShort(
        file.bytes(),
        file.container().length().setScale(MICROS, RoundingMode.HALF_UP).doubleValue(),
        picture.width() + "x" + picture.height(),
        plan.notice());
  }
}
