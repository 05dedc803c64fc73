package dev.shorts.transcode.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Reads the frames of a scene from decoded frames, where packets are not enough: VP8's hidden
 * frames, fields stored in packets of their own, and containers without presentation times for some
 * or all packets.
 */
public final class DecodedTimelineReader implements TimelineReader {

  private final StreamClock clock;
  private final long start;
  private final long end;
  private final List<Decoded> frames = new ArrayList<>();

  /**
   * @param pts in ticks, as stored with the packet
   * @param guess FFmpeg's best-effort timestamp in ticks
   * @param length in ticks; 0 if unknown
   */
  private record Decoded(OptionalLong pts, OptionalLong guess, long length) {}

  /**
   * @param start of the scene, in nanoseconds from the source's 0
   * @param end of the scene, likewise
   */
  public DecodedTimelineReader(StreamClock clock, long start, long end) {
    this.clock = clock;
    this.start = start;
    this.end = end;
  }

  @Override
  public String entries() {
    return "frame=pts,best_effort_timestamp,duration";
  }

  @Override
  public boolean read(String text) {
    var line = new ProbeLine(text);
    if (!line.isOf("frame")) {
      return false;
    }
    var guess = line.number("best_effort_timestamp");
    var before = frames.isEmpty() ? OptionalLong.empty() : frames.getLast().guess();
    frames.add(new Decoded(line.number("pts"), guess, line.number("duration").orElse(0)));
    if (guess.isEmpty()) {
      return false;
    }
    long time = clock.time(guess.getAsLong());
    long step = before.isPresent() ? time - clock.time(before.getAsLong()) : 0;
    return time - delay(Math.max(step, length(frames.getLast()))) > end + BEHIND;
  }

  @Override
  public boolean beginsInTime() {
    return timeline(false).map(it -> it.start(0) <= start).orElse(false);
  }

  @Override
  public Optional<SceneTimeline> timeline(boolean toTheEnd) {
    boolean keyed = isKeyed();
    var stored = knownTimes();
    long step = clock.decodeTimesOnly() ? stepBetween(stored) : usualLength();
    var times = FilledTimes.of(stored, step);
    var known = new ArrayList<FrameTime>();
    for (int i = 0; i < times.size(); i++) {
      long time = times.get(i) - delay(step);
      if (known.isEmpty() || time > known.getLast().start()) {
        long pts = frames.get(i).pts().orElse(FrameTime.NO_PTS);
        known.add(new FrameTime(keyed ? pts : i, pts, time, length(frames.get(i))));
      }
    }
    var keys = keyed ? SceneTimeline.Keys.TIMESTAMP : SceneTimeline.Keys.COUNT;
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(new SceneTimeline(known, keys, clock.timeBase(), toTheEnd));
  }

  /**
   * Returns the known presentation times. Stored decoding times are out of order: they are sorted,
   * so that the first shown frame gets the first time. A repeated time counts as unknown.
   */
  private List<OptionalLong> knownTimes() {
    boolean someStored = frames.stream().anyMatch(frame -> frame.pts().isPresent());
    var known = frames.stream().map(frame -> someStored ? frame.pts() : frame.guess()).toList();
    var inOrder = known.stream().flatMapToLong(OptionalLong::stream).sorted().iterator();
    var times = new ArrayList<OptionalLong>();
    long latest = Long.MIN_VALUE;
    for (var ticks : known) {
      long next = ticks.isPresent() ? clock.time(inOrder.next()) : latest;
      times.add(next > latest ? OptionalLong.of(next) : OptionalLong.empty());
      latest = next;
    }
    return times;
  }

  private boolean isKeyed() {
    for (int i = 0; i < frames.size(); i++) {
      var pts = frames.get(i).pts();
      if (pts.isEmpty() || i > 0 && pts.getAsLong() <= frames.get(i - 1).pts().getAsLong()) {
        return false;
      }
    }
    return true;
  }

  /** Returns the nanoseconds by which FFmpeg's times are late. */
  private long delay(long step) {
    return clock.decodeTimesOnly() ? clock.reorderDepth() * step : 0;
  }

  /**
   * Returns the median step of a container that stores decoding times. AVI's declared length is a
   * tick of its clock, of which a frame may last any number.
   */
  private long stepBetween(List<OptionalLong> times) {
    var steps =
        IntStream.range(1, times.size())
            .filter(i -> times.get(i - 1).isPresent() && times.get(i).isPresent())
            .mapToLong(i -> times.get(i).getAsLong() - times.get(i - 1).getAsLong());
    return Nanos.median(steps).orElseGet(this::usualLength);
  }

  /**
   * Returns the median length of the frames, as the container declares them; 0 if it declares none.
   */
  private long usualLength() {
    return Nanos.median(frames.stream().mapToLong(this::length).filter(it -> it > 0)).orElse(0);
  }

  private long length(Decoded frame) {
    return Nanos.of(frame.length(), clock.timeBase());
  }
}
