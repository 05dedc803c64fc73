package dev.shorts.transcode.timeline;

import dev.shorts.transcode.probe.Rational;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Holds the source frames in and around a scene, in presentation order.
 *
 * @param frames at least one, with increasing keys and start times
 * @param keys meaning of the frames' keys
 * @param timeBase seconds of a tick of the container's clock
 * @param endsHere whether the source has no frame after the last of these
 * @param hidden frames that FFmpeg decodes between these and that must not be shown
 */
public record SceneTimeline(
    List<FrameTime> frames,
    Keys keys,
    Rational timeBase,
    boolean endsHere,
    List<FrameTime> hidden) {

  /** Identifiers of source frames in FFmpeg's log. */
  public enum Keys {
    /** The frame's timestamp in ticks, which does not depend on the seek point. */
    TIMESTAMP,
    /** The index of the decoded frame, counted from the seek point. */
    COUNT
  }

  public SceneTimeline {
    frames = List.copyOf(frames);
    hidden = List.copyOf(hidden);
    if (frames.isEmpty()) {
      throw new IllegalArgumentException("no frames");
    }
    for (int i = 1; i < frames.size(); i++) {
      if (frames.get(i).start() <= frames.get(i - 1).start()
          || frames.get(i).key() <= frames.get(i - 1).key()) {
        throw new IllegalArgumentException("frame " + i + " is not after the one before");
      }
    }
  }

  /** Makes a timeline without hidden frames. */
  public SceneTimeline(List<FrameTime> frames, Keys keys, Rational timeBase, boolean endsHere) {
    this(frames, keys, timeBase, endsHere, List.of());
  }

  /**
   * Returns this timeline with the frames hidden that begin at {@code from} or later and before
   * {@code to}.
   */
  public SceneTimeline hiding(long from, long to) {
    var parts =
        frames.stream()
            .collect(Collectors.partitioningBy(it -> it.start() >= from && it.start() < to));
    var all = Stream.concat(hidden.stream(), parts.get(true).stream()).toList();
    return parts.get(false).isEmpty()
        ? this
        : new SceneTimeline(parts.get(false), keys, timeBase, endsHere, all);
  }

  public long start(int frame) {
    return frames.get(frame).start();
  }

  /** Returns the resolution of the container's clock in nanoseconds. */
  public long tick() {
    return Math.max(1, Nanos.of(1, timeBase));
  }

  /**
   * Returns the index of the frame on show at {@code time}; the first one before anything is shown.
   */
  public int shownAt(long time) {
    int low = 0;
    int high = frames.size();
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (start(middle) <= time) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Returns the end of the source's last frame in nanoseconds, if it is among these: by its
   * declared length, else by the median step. FFmpeg reports one tick where the length is unknown.
   */
  public OptionalLong end() {
    if (!endsHere) {
      return OptionalLong.empty();
    }
    var last = frames.getLast();
    boolean isSaid = last.length() > tick() || frames.size() == 1;
    return OptionalLong.of(last.start() + (isSaid ? last.length() : usualStep()));
  }

  /**
   * Returns the nanoseconds for which a frame is on show; no limit for the last one if the source
   * goes on.
   */
  public long step(int frame) {
    if (frame + 1 < frames.size()) {
      return start(frame + 1) - start(frame);
    }
    return end().isPresent() ? end().getAsLong() - start(frame) : Long.MAX_VALUE;
  }

  /**
   * Returns the longest time within {@code range} for which the source has no frame, since its
   * first one comes later, its last one has ended or some are hidden; in nanoseconds.
   */
  public long longestGap(SceneRange range) {
    long before = Math.min(start(0), range.end()) - range.start();
    long after = range.end() - Math.max(end().orElse(Long.MAX_VALUE), range.start());
    return Math.max(Math.max(0, longestHidden(range)), Math.max(before, after));
  }

  private long longestHidden(SceneRange range) {
    return hidden.stream().mapToLong(it -> hiddenFrom(it.start(), range)).max().orElse(0);
  }

  /** Returns the nanoseconds from {@code start} to the next shown frame. */
  private long hiddenFrom(long start, SceneRange range) {
    int next = shownAt(start) + 1;
    long to = next < frames.size() ? start(next) : range.end();
    return Math.min(to, range.end()) - Math.max(start, range.start());
  }

  /** Returns the median step between frames; 0 if there is only one frame. */
  private long usualStep() {
    var steps = IntStream.range(1, frames.size()).mapToLong(i -> start(i) - start(i - 1));
    return Nanos.median(steps).orElse(0);
  }
}
