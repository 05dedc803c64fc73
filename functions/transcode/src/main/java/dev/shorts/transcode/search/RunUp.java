package dev.shorts.transcode.search;

import dev.shorts.transcode.probe.SourceProbe;
import java.util.List;
import java.util.Optional;

/** A RunUp is a time before a scene from which a source is read, so that frames can be decoded. */
public enum RunUp {
  /** Sound decoders need what comes before: Opus 80 ms, AAC one frame. */
  SECOND(1),
  /** A seek without an index may land behind a keyframe; broadcasts have one every 0.5 to 10 s. */
  BROADCAST(12),
  MINUTE(60),
  /** From the beginning of the source. */
  WHOLE(Integer.MAX_VALUE);

  private static final long NANOS = 1_000_000_000;

  private final long seconds;

  RunUp(long seconds) {
    this.seconds = seconds;
  }

  /** Those to be tried, one after the other. */
  public static List<RunUp> of(SourceProbe probe) {
    return probe.isBroadcast()
        ? List.of(BROADCAST, MINUTE, WHOLE)
        : List.of(SECOND, BROADCAST, MINUTE, WHOLE);
  }

  /**
   * The place to seek to, in nanoseconds on the container's clock.
   *
   * @param start of the scene, on that clock
   * @param first timestamp of the container
   * @return empty if that is the beginning of the source
   */
  Optional<Long> seek(long start, long first) {
    return Optional.of(start - seconds * NANOS).filter(at -> this != WHOLE && at > first && at > 0);
  }

  /** Seconds before the scene that are read at most. */
  public double seconds() {
    return seconds;
  }

  /** Seconds of the source before the scene that are read. */
  double before(long start, long first) {
    return Math.min(seconds, Math.max(0, start - first) / (double) NANOS);
  }
}
