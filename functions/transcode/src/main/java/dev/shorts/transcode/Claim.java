package dev.shorts.transcode;

/** How an attempt to claim an export ended. */
sealed interface Claim {

  record Claimed(Job job) implements Claim {}

  /** Finished, expired or gone; or this very call failed it, its tries or its time used up. */
  record NothingToDo(String outcome) implements Claim {}

  /** By another worker, which may yet fail. */
  record Held() implements Claim {}
}
