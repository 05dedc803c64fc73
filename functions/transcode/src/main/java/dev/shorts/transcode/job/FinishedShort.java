package dev.shorts.transcode.job;

import dev.shorts.transcode.plan.Plan;
import dev.shorts.transcode.verify.ShortProperties;
import java.util.Optional;

/**
 * A proved short, as its owner is told of it.
 *
 * @param resolution as in "1080x1920"
 * @param notice what was left out
 */
public record FinishedShort(
    long bytes, double seconds, String resolution, Optional<String> notice) {

  public static FinishedShort of(ShortProperties file, Plan plan) {
    var picture = file.picture().orElseThrow();
    return new FinishedShort(
        file.bytes(),
        file.container().length().doubleValue(),
        picture.width() + "x" + picture.height(),
        plan.notice());
  }
}
