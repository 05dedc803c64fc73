package dev.shorts.transcode.plan;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads the times of packets that ffprobe found in a source. */
public final class TimingReader {

  /** All that {@link #read} looks at, for ffprobe's {@code -show_entries}. */
  public static final String ENTRIES = "packet=pts_time,dts_time";

  private TimingReader() {}

  public static Timing read(Fields report, Probe probe) {
    return new Timing(
        report
            .objects("packets")
            .flatMap(packet -> time(packet).stream())
            .map(time -> time.subtract(probe.clockStart()))
            .toList());
  }

  /** AVI knows only when a picture is decoded, and has no B-frames to speak of. */
  private static Optional<BigDecimal> time(Fields packet) {
    return packet.decimal("pts_time").or(() -> packet.decimal("dts_time"));
  }
}
