package dev.shorts.transcode.plan;

import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.search.TrimWindow;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The sound of a short: 48 kHz stereo in whole AAC frames.
 *
 * @param stream index of the source's stream
 * @param aacFrames of the short, the encoder's first one included
 */
public record AudioPlan(int stream, String filters, int aacFrames) {

  public static final int SAMPLE_RATE = 48_000;

  /** Samples in one frame of AAC-LC (ISO/IEC 14496-3, 4.5.1.1). */
  public static final int AAC_FRAME = 1024;

  /** Fewer the encoder doesn't make; the second may end after the picture, by less than itself. */
  private static final int SILENT_AND_HEARD = 2;

  private static final Rational AAC_FRAME_RATE = new Rational(SAMPLE_RATE, AAC_FRAME);

  /** What a quotient of decimals may be off by. */
  private static final BigDecimal TINY = new BigDecimal("0.000000001");

  /**
   * The encoder puts one frame of silence in front, and without an edit list nobody skips it. So
   * the sound of that time is left out, and what follows is where it belongs.
   *
   * @return empty if the picture is shorter than that frame: more sound would outlast it
   */
  static Optional<AudioPlan> of(int stream, TrimWindow cut, Rational rate, int frames) {
    long whole = AAC_FRAME_RATE.ticksIn(rate.secondsOf(frames).add(TINY));
    if (whole < 1) {
      return Optional.empty();
    }
    int aacFrames = Math.max(SILENT_AND_HEARD, Math.toIntExact(whole));
    var filters =
        String.join(
            ",",
            "asetpts=PTS-%s/TB".formatted(cut.start().toPlainString()),
            "aresample=%d:async=1000:first_pts=0".formatted(SAMPLE_RATE),
            "aformat=sample_fmts=fltp:channel_layouts=stereo",
            "apad",
            "atrim=start_sample=%d:end_sample=%d".formatted(AAC_FRAME, aacFrames * AAC_FRAME),
            "asetpts=PTS-STARTPTS");
    return Optional.of(new AudioPlan(stream, filters, aacFrames));
  }
}
