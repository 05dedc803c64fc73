package dev.shorts.transcode.timeline;

import dev.shorts.transcode.probe.Rational;

/**
 * Converts the timestamps of a video stream to times of the source.
 *
 * @param timeBase seconds of a tick
 * @param zero nanoseconds on the container's clock at the source's 0
 * @param reorderDepth number of frames by which decoding runs ahead of presentation
 * @param decodeTimesOnly whether the container stores decoding times only, as AVI does: FFmpeg's
 *     times of frames are then late by the reorder depth
 */
public record StreamClock(Rational timeBase, long zero, int reorderDepth, boolean decodeTimesOnly) {

  long time(long ticks) {
    return Nanos.of(ticks, timeBase) - zero;
  }
}
