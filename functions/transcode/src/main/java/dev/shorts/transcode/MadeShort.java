package dev.shorts.transcode;

import dev.shorts.transcode.plan.Plan;
import dev.shorts.transcode.proof.Finished;
import java.util.Optional;

/**
 * A proved short, as its owner is told of it.
 *
 * @param resolution as in "1080x1920"
 * @param notice what was left out
 */
record MadeShort(long bytes, double seconds, String resolution, Optional<String> notice) {

  static MadeShort of(Finished file, Plan plan) {
    var picture = file.picture().orElseThrow();
    return new MadeShort(
        file.bytes(),
        file.container().length().doubleValue(),
        picture.width() + "x" + picture.height(),
        plan.notice());
  }
}
