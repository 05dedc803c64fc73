package dev.shorts.transcode.timeline;

/** Finds the end of a source's audio in ffprobe's packet listing, line by line. */
public final class AudioEndReader {

  /** Entries for ffprobe's {@code -show_entries}. */
  public static final String ENTRIES = "packet=pts,duration";

  private final StreamClock clock;
  private final long enough;
  private long end = Long.MIN_VALUE;

  /**
   * @param enough time in nanoseconds from the source's 0 at which to stop reading
   */
  public AudioEndReader(StreamClock clock, long enough) {
    this.clock = clock;
    this.enough = enough;
  }

  /**
   * Reads the next line.
   *
   * @return whether the audio lasts beyond {@code enough}
   */
  public boolean read(String text) {
    var line = new ProbeLine(text);
    var pts = line.number("pts");
    if (line.isOf("packet") && pts.isPresent()) {
      end = Math.max(end, clock.time(pts.getAsLong() + line.number("duration").orElse(0)));
    }
    return end > enough;
  }

  /**
   * Returns the end of the audio in nanoseconds from the source's 0; {@link Long#MIN_VALUE} if
   * there is none.
   */
  public long end() {
    return end;
  }
}
