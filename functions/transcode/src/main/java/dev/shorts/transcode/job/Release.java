package dev.shorts.transcode.job;

/** Outcomes of a release of a job. */
public enum Release {
  RELEASED,
  /** The job had no attempts left. */
  FAILED,
  /** Another worker held the job. */
  LOST
}
