package dev.shorts.transcode.probe;

/**
 * Dispositions of a stream (FFmpeg's AV_DISPOSITION flags), as far as they decide its selection.
 */
public enum Disposition {
  /** Players select it. */
  DEFAULT,
  /** An alternative, such as another angle or language. */
  OTHER,
  /** A cover image or a thumbnail, which players do not play. */
  STILL_IMAGE
}
