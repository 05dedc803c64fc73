package dev.shorts.transcode.probe;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds a container's declarations about the timing of a video stream.
 *
 * @param timeBase seconds per tick of its timestamps
 * @param reorderDepth number of frames by which decoding runs ahead of presentation
 * @param decodeTimesOnly whether the container stores decoding times only
 * @param nominalRate lowest rate of which every timestamp is a multiple (FFmpeg's r_frame_rate)
 * @param averageRate frames by duration (FFmpeg's avg_frame_rate)
 */
public record StreamTiming(
    Rational timeBase,
    int reorderDepth,
    boolean decodeTimesOnly,
    Optional<Rational> nominalRate,
    Optional<Rational> averageRate) {

  /** Rates from here on are one tick of the container's clock and no frame rate. */
  private static final Rational IMPLAUSIBLE = Rational.of(1000);

  /** Returns the plausible declared rates in frames a second, best first. */
  public List<Rational> claims() {
    return Stream.of(averageRate, nominalRate)
        .flatMap(Optional::stream)
        .filter(rate -> rate.compareTo(IMPLAUSIBLE) < 0)
        .toList();
  }
}
