package dev.shorts.transcode.plan;

import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.search.TrimWindow;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Plans the audio of a short: 48 kHz stereo in whole AAC frames.
 *
 * @param stream index of the source's audio stream
 * @param filters FFmpeg's audio filter chain
 * @param aacFrames number of AAC frames in the short, the encoder's priming frame included
 */
public record AudioPlan(int stream, String filters, int aacFrames) {

  public static final int SAMPLE_RATE = 48_000;

  /** Samples in one frame of AAC-LC (ISO/IEC 14496-3, 4.5.1.1). */
  public static final int AAC_FRAME = 1024;

  /**
   * Minimum AAC frames: one of encoder priming and one with sound. The last may outlast the video
   * by under one frame.
   */
  private static final int PRIMING_AND_ONE = 2;

  private static final Rational AAC_FRAME_RATE = new Rational(SAMPLE_RATE, AAC_FRAME);

  /** Tolerance for rounding in a quotient of decimals. */
  private static final BigDecimal TINY = new BigDecimal("0.000000001");

  /**
   * Plans the audio for a number of video frames. The encoder starts with one frame of priming,
   * which players do not skip without an edit list; so the source's sound of that time is dropped,
   * and the rest stays in sync.
   *
   * @return empty if the video is shorter than one AAC frame: audio would outlast it
   */
  static Optional<AudioPlan> of(int stream, TrimWindow trim, Rational rate, int frames) {
    long whole = AAC_FRAME_RATE.ticksIn(rate.secondsOf(frames).add(TINY));
    if (whole < 1) {
      return Optional.empty();
    }
    int aacFrames = Math.max(PRIMING_AND_ONE, Math.toIntExact(whole));
    var filters =
        String.join(
            ",",
            "asetpts=PTS-%s/TB".formatted(trim.start().toPlainString()),
            "aresample=%d:async=1000:first_pts=0".formatted(SAMPLE_RATE),
            "aformat=sample_fmts=fltp:channel_layouts=stereo",
            "apad",
            "atrim=start_sample=%d:end_sample=%d".formatted(AAC_FRAME, aacFrames * AAC_FRAME),
            "asetpts=PTS-STARTPTS");
    return Optional.of(new AudioPlan(stream, filters, aacFrames));
  }
}
