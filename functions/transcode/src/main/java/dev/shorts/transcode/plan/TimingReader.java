package dev.shorts.transcode.plan;

import java.math.BigDecimal;
import java.util.List;

/** Reads the times of packets that ffprobe found in a source. */
public final class TimingReader {

  /** All that {@link #read} looks at, for ffprobe's {@code -show_entries}. */
  public static final String ENTRIES = "packet=pts_time,dts_time";

  private TimingReader() {}

  /**
   * AVI only knows when pictures are decoded; it has no B-frames to speak of.
   *
   * @param complained whether ffprobe met damage
   */
  public static Timing read(Fields report, Probe probe, boolean complained) {
    var shown = times(report, "pts_time", probe.clockStart());
    return new Timing(
        shown.isEmpty() ? times(report, "dts_time", probe.clockStart()) : shown,
        !complained && !probe.isBroadcast());
  }

  private static List<BigDecimal> times(Fields report, String name, BigDecimal clockStart) {
    return report
        .objects("packets")
        .flatMap(packet -> packet.decimal(name).stream())
        .map(time -> time.subtract(clockStart))
        .toList();
  }
}
