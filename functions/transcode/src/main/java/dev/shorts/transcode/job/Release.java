package dev.shorts.transcode.job;

/** How a job was given back. */
public enum Release {
  RELEASED,
  /** It was the last try. */
  FAILED,
  /** It was another worker's. */
  LOST
}
