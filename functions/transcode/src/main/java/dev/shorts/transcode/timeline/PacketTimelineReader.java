package dev.shorts.transcode.timeline;

import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the frames of a scene from packets, without decoding. It works for containers that store a
 * presentation time with each packet, and codecs with one frame per packet.
 */
public final class PacketTimelineReader implements TimelineReader {

  /**
   * Longest distance in nanoseconds by which a frame is stored before frames that are shown
   * earlier.
   */
  private static final long REORDERED = Nanos.PER_SECOND;

  private final StreamClock clock;
  private final long start;
  private final long end;
  private final TreeMap<Long, FrameTime> frames = new TreeMap<>();
  private long firstKeyframe = Long.MAX_VALUE;
  private long lastDecoded = Long.MIN_VALUE;
  private boolean lacksTimestamps;
  private boolean repeatsTimestamps;
  private boolean ordersFrames;

  /**
   * @param start of the scene, in nanoseconds from the source's 0
   * @param end of the scene, likewise
   */
  public PacketTimelineReader(StreamClock clock, long start, long end) {
    this.clock = clock;
    this.start = start;
    this.end = end;
  }

  @Override
  public String entries() {
    return "packet=pts,dts,duration,flags";
  }

  @Override
  public boolean read(String text) {
    var line = new ProbeLine(text);
    if (!line.isOf("packet")) {
      return false;
    }
    var pts = line.number("pts");
    if (pts.isEmpty()) {
      lacksTimestamps = true;
      return true;
    }
    long time = clock.time(pts.getAsLong());
    ordersFrames |= !pts.equals(line.number("dts"));
    if (line.hasFlag('K')) {
      firstKeyframe = Math.min(firstKeyframe, time);
    }
    if (!line.hasFlag('D')) {
      long length =
          line.number("duration").stream()
              .map(it -> Nanos.of(it, clock.timeBase()))
              .findFirst()
              .orElse(0);
      long key = pts.getAsLong();
      var before = frames.putIfAbsent(key, new FrameTime(key, key, time, length));
      repeatsTimestamps |= before != null;
      var decoded = line.number("dts").stream().map(clock::time).findFirst();
      lastDecoded = Math.max(lastDecoded, decoded.orElse(surelyDecoded(time)));
    }
    return lastDecoded > end + BEHIND && frames.firstEntry().getValue().start() <= lastDecoded;
  }

  /**
   * Returns the time up to which all frames are known after a packet without a decoding time.
   * Slides may lie minutes apart, and be reordered even so.
   */
  private long surelyDecoded(long time) {
    return frames.descendingMap().values().stream()
        .skip(clock.reorderDepth())
        .findFirst()
        .map(frame -> Math.min(frame.start(), time - REORDERED))
        .orElse(Long.MIN_VALUE);
  }

  /**
   * Returns whether the frames must be decoded to know their order and times: a packet has no
   * presentation time, or that of another packet (FFmpeg 9.0.2 then gives frames their decoding
   * times); frames are reordered but each packet's time is its decoding time; or fields are stored
   * in packets of their own.
   *
   * @param interlaced whether frames consist of fields
   */
  public boolean needsDecoding(boolean interlaced) {
    return lacksTimestamps
        || repeatsTimestamps
        || clock.reorderDepth() > 0 && !ordersFrames
        || interlaced && comesAsFastAsFields();
  }

  private boolean comesAsFastAsFields() {
    return frames.size() > 2
        && (frames.size() - 1.0) * Nanos.PER_SECOND
            > 40.0
                * (frames.lastEntry().getValue().start() - frames.firstEntry().getValue().start());
  }

  @Override
  public boolean beginsInTime() {
    var shown =
        frames.values().stream().filter(frame -> frame.start() <= start).reduce((_, it) -> it);
    return shown.isPresent() && firstKeyframe <= shown.get().start();
  }

  @Override
  public Optional<SceneTimeline> timeline(boolean toTheEnd) {
    var known = new ArrayList<FrameTime>();
    for (var frame : frames.values()) {
      boolean isKnown = toTheEnd || frame.start() <= lastDecoded;
      if (isKnown && (known.isEmpty() || frame.start() > known.getLast().start())) {
        known.add(frame);
      }
    }
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SceneTimeline(known, SceneTimeline.Keys.TIMESTAMP, clock.timeBase(), toTheEnd));
  }
}
