package dev.shorts.transcode.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Where FFmpeg begins to read and where the short begins in that.
 *
 * @param seek seconds from the container's first timestamp; empty to read from there
 * @param offset seconds from there to the first picture of the short
 * @param length how many seconds to read from there on at most
 */
public record Cut(Optional<BigDecimal> seek, BigDecimal offset, BigDecimal length) {

  /** Sound decoders need what comes before: Opus 80 ms, AAC one frame. */
  private static final BigDecimal RUN_UP = BigDecimal.ONE;

  /**
   * A blind seek may land behind a whole picture; broadcasts have one every half to ten seconds.
   */
  private static final BigDecimal LONG_RUN_UP = BigDecimal.valueOf(12);

  /** Pictures and sounds that belong together lie this far apart in the file at most. */
  private static final BigDecimal RUN_OUT = BigDecimal.valueOf(2);

  static Cut at(BigDecimal first, BigDecimal length, boolean seeksByGuessing) {
    var runUp = seeksByGuessing ? LONG_RUN_UP : RUN_UP;
    var seek = first.subtract(runUp).setScale(3, RoundingMode.FLOOR);
    var reallySeek = Optional.of(seek).filter(time -> time.signum() > 0);
    var offset = first.subtract(reallySeek.orElse(BigDecimal.ZERO));
    return new Cut(
        reallySeek.map(BigDecimal::stripTrailingZeros),
        offset.stripTrailingZeros(),
        offset.add(length).add(RUN_OUT).setScale(3, RoundingMode.CEILING).stripTrailingZeros());
  }
}
