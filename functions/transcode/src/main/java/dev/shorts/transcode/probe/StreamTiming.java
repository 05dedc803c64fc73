package dev.shorts.transcode.probe;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a container says about the times of a video stream.
 *
 * @param timeBase seconds of a tick of its timestamps
 * @param reorderDepth frames by which decoding is ahead of showing
 * @param decodeTimesOnly whether the container stores only when frames are decoded
 * @param nominalRate the lowest rate of which every timestamp is a tick (FFmpeg's r_frame_rate)
 * @param averageRate frames by duration (FFmpeg's avg_frame_rate)
 */
public record StreamTiming(
    Rational timeBase,
    int reorderDepth,
    boolean decodeTimesOnly,
    Optional<Rational> nominalRate,
    Optional<Rational> averageRate) {

  /** A container that knows no rate names one tick of its clock; no camera has such a rate. */
  private static final Rational IMPLAUSIBLE = Rational.of(1000);

  /** The rates that the container claims and that can be believed, best first. */
  public List<Rational> claims() {
    return Stream.of(averageRate, nominalRate)
        .flatMap(Optional::stream)
        .filter(rate -> rate.compareTo(IMPLAUSIBLE) < 0)
        .toList();
  }
}
