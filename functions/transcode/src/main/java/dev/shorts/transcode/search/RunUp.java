package dev.shorts.transcode.search;

import dev.shorts.transcode.probe.SourceProbe;
import java.util.List;
import java.util.Optional;

/**
 * A RunUp is a time before a scene from which a source is read, so that its first frame can be
 * decoded.
 */
public enum RunUp {
  /** Audio decoders need a preroll: Opus 80 ms, AAC one frame. */
  SECOND(1),
  /**
   * Without an index a seek may land after the last keyframe; broadcasts have one every 0.5 to 10
   * s.
   */
  BROADCAST(12),
  MINUTE(60),
  /** Reads from the beginning of the source. */
  WHOLE(Integer.MAX_VALUE);

  private static final long NANOS = 1_000_000_000;

  private final long seconds;

  RunUp(long seconds) {
    this.seconds = seconds;
  }

  /** Returns the run-ups to try, in order. */
  public static List<RunUp> of(SourceProbe probe) {
    return probe.isBroadcast()
        ? List.of(BROADCAST, MINUTE, WHOLE)
        : List.of(SECOND, BROADCAST, MINUTE, WHOLE);
  }

  /**
   * Returns the seek target in nanoseconds on the container's clock.
   *
   * @param start of the scene, on that clock
   * @param first timestamp of the container
   * @return empty for the beginning of the source
   */
  Optional<Long> seek(long start, long first) {
    return Optional.of(start - seconds * NANOS).filter(at -> this != WHOLE && at > first && at > 0);
  }

  /** Returns the maximum number of seconds read before the scene. */
  public double seconds() {
    return seconds;
  }

  /** Returns the seconds that are read before a scene at {@code start}. */
  double before(long start, long first) {
    return Math.min(seconds, Math.max(0, start - first) / (double) NANOS);
  }
}
