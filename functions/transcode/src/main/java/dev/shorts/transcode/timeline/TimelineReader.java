package dev.shorts.transcode.timeline;

import java.util.Optional;

/** Reads what ffprobe says about the frames in and around a scene, line by line. */
public sealed interface TimelineReader permits PacketTimelineReader, DecodedTimelineReader {

  /** Nanoseconds behind a scene within which the frame that follows it is looked for. */
  long BEHIND = 100_000_000;

  /** What ffprobe is to show, for its {@code -show_entries}. */
  String entries();

  /**
   * Reads the next line.
   *
   * @return whether all that is needed has been read
   */
  boolean read(String line);

  /**
   * Whether ffprobe began to read early enough: what was read holds a frame that was on show when
   * the scene begins, and can be decoded.
   */
  boolean beginsInTime();

  /**
   * The frames that were read; empty if there are none.
   *
   * @param toTheEnd whether the source has nothing after the last line
   */
  Optional<SceneTimeline> timeline(boolean toTheEnd);
}
