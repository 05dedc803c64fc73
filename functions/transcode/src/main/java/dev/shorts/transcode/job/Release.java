package dev.shorts.transcode.job;

/** A Release is the result of releasing a job. */
public enum Release {
  RELEASED,
  /** The job had no attempts left. */
  FAILED,
  /** Another worker held the job. */
  LOST
}
