package dev.shorts.transcode.timeline;

/** Finds the end of a source's sound in what ffprobe says about its packets, line by line. */
public final class SoundEndReader {

  /** What ffprobe is to show, for its {@code -show_entries}. */
  public static final String ENTRIES = "packet=pts,duration";

  private final StreamClock clock;
  private final long enough;
  private long end = Long.MIN_VALUE;

  /**
   * @param enough nanoseconds from the source's 0, behind which nobody asks for the end
   */
  public SoundEndReader(StreamClock clock, long enough) {
    this.clock = clock;
    this.enough = enough;
  }

  /** Reads the next line; tells whether the sound goes on for long enough. */
  public boolean read(String text) {
    var line = new ProbeLine(text);
    var pts = line.number("pts");
    if (line.isOf("packet") && pts.isPresent()) {
      end = Math.max(end, clock.time(pts.getAsLong() + line.number("duration").orElse(0)));
    }
    return end > enough;
  }

  /** Nanoseconds from the source's 0; the earliest time there is if there is no sound. */
  public long end() {
    return end;
  }
}
