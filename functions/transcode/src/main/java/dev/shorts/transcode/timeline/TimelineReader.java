package dev.shorts.transcode.timeline;

import java.util.Optional;

/** Reads ffprobe's listing of the frames in and around a scene, line by line. */
public sealed interface TimelineReader permits PacketTimelineReader, DecodedTimelineReader {

  /** Nanoseconds after a scene in which the next frame is looked for. */
  long BEHIND = 100_000_000;

  /** Returns the entries for ffprobe's {@code -show_entries}. */
  String entries();

  /**
   * Reads the next line.
   *
   * @return whether enough has been read
   */
  boolean read(String line);

  /**
   * Returns whether the listing starts early enough: it holds a decodable frame that is on show
   * when the scene begins.
   */
  boolean beginsInTime();

  /**
   * Returns the frames that were read; empty if there are none.
   *
   * @param toTheEnd whether the source has nothing after the last line
   */
  Optional<SceneTimeline> timeline(boolean toTheEnd);
}
