package dev.shorts.transcode.plan;

import java.math.BigDecimal;
import java.util.Optional;

/** A stretch of a video, in seconds from its 0. */
public record Scene(BigDecimal start, BigDecimal end) {

  /** Containers round the length of their streams; up to this much a scene may end later. */
  private static final BigDecimal ROUNDING = new BigDecimal("0.001");

  public Scene {
    if (start.compareTo(end) >= 0) {
      throw new IllegalArgumentException("from " + start + " to " + end);
    }
  }

  BigDecimal length() {
    return end.subtract(start);
  }

  /** What of it there is in a video that ends at {@code videoEnd}, if that is known. */
  Optional<Scene> within(Optional<BigDecimal> videoEnd) {
    var from = start.max(BigDecimal.ZERO);
    boolean begins = videoEnd.map(last -> from.compareTo(last) < 0).orElse(true);
    var to = videoEnd.map(ROUNDING::add).map(end::min).orElse(end);
    return begins && from.compareTo(to) < 0 ? Optional.of(new Scene(from, to)) : Optional.empty();
  }
}
