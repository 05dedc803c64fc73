package dev.shorts.transcode.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the times of packets that ffprobe wrote as JSON. */
public final class TimingReader {

  /** All that {@link #read} looks at, for ffprobe's {@code -show_entries}. */
  public static final String ENTRIES = "packet=pts_time,dts_time";

  private TimingReader() {}

  public static Timing read(Map<String, Object> report, Probe probe) {
    var packets = report.get("packets") instanceof List<?> list ? list : List.of();
    return new Timing(
        packets.stream()
            .map(packet -> (Map<?, ?>) packet)
            .flatMap(packet -> time(packet).stream())
            .map(time -> time.subtract(probe.clockStart()))
            .toList());
  }

  /** AVI knows only when a picture is decoded, and has no B-frames to speak of. */
  private static Optional<BigDecimal> time(Map<?, ?> packet) {
    return Stream.of("pts_time", "dts_time")
        .map(packet::get)
        .filter(String.class::isInstance)
        .map(time -> new BigDecimal((String) time))
        .findFirst();
  }
}
