package dev.shorts.transcode.job;

/** How an attempt to claim an export ended. */
public sealed interface Claim {

  record Claimed(Job job) implements Claim {}

  /** Finished, expired or gone. */
  record NothingToDo() implements Claim {}

  /**
   * This very call failed it: its tries or its time are used up, or there is nothing to make.
   *
   * @param attempt how often it was claimed
   */
  record GivenUp(String reason, int attempt) implements Claim {}

  /** By another worker, which may yet fail. */
  record Held() implements Claim {}
}
