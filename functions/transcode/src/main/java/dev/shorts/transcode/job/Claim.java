package dev.shorts.transcode.job;

/** A Claim is the result of claiming an export. */
public sealed interface Claim {

  record Claimed(Job job) implements Claim {}

  /** The export is finished, expired or deleted. */
  record NothingToDo() implements Claim {}

  /**
   * The claim itself set the export to failed: no attempts or no time left, or nothing to export.
   *
   * @param attempt number of claims so far, this one included
   */
  record GivenUp(String reason, int attempt) implements Claim {}

  /** Another worker holds the export, and could still fail. */
  record Held() implements Claim {}
}
