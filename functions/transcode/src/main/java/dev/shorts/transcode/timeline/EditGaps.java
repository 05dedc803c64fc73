package dev.shorts.transcode.timeline;

import dev.shorts.transcode.probe.EditLists;
import java.math.BigDecimal;

/**
 * Hides the frames that FFmpeg decodes in gaps of an edit list, so that the frame before each gap
 * is held.
 *
 * @param zero nanoseconds on the movie's clock at the source's 0
 */
public record EditGaps(EditLists edits, long zero) {

  /** Rounding error of edit times in nanoseconds: a tick of the usual movie timescale. */
  private static final long ROUNDING = 1_000_000;

  public SceneTimeline hiddenIn(SceneTimeline timeline) {
    var shown = timeline;
    for (var gap : edits.gaps()) {
      shown = shown.hiding(onSource(gap.from()), onSource(gap.to()));
    }
    return shown;
  }

  private long onSource(double seconds) {
    return Nanos.of(BigDecimal.valueOf(seconds)) - zero - ROUNDING;
  }
}
