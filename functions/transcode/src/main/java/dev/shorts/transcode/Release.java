package dev.shorts.transcode;

/** How a job was given back. */
enum Release {
  RELEASED,
  /** It was the last try. */
  FAILED,
  /** It was another worker's. */
  LOST
}
