package dev.shorts.transcode.search;

import dev.shorts.transcode.timeline.Nanos;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Holds the times at which FFmpeg seeks and the short begins, in seconds on the container's clock.
 *
 * @param seek empty to read from the beginning of the source
 * @param start of the short
 */
public record TrimWindow(Optional<BigDecimal> seek, BigDecimal start) {

  /**
   * @param seek nanoseconds on the container's clock
   * @param start nanoseconds on the container's clock
   */
  static TrimWindow of(Optional<Long> seek, long start) {
    return new TrimWindow(seek.map(TrimWindow::seconds), seconds(start));
  }

  private static BigDecimal seconds(long nanos) {
    var seconds = Nanos.toSeconds(nanos).setScale(6, RoundingMode.FLOOR).stripTrailingZeros();
    return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
  }
}
