package dev.shorts.it.media;

import java.time.Duration;

/** Says when each frame of a {@link SceneFilm} is shown. */
public enum FilmClock {
  FPS_23_976(24_000, 1001, 0),
  FPS_25(12_800, 512, 0),
  FPS_29_97(30_000, 1001, 0),
  FPS_50(12_800, 256, 0),
  FPS_59_94(60_000, 1001, 0),
  /** 30 frames a second as of a phone: every third one is late by 0.4 of a step. */
  VARIABLE(90_000, 3000, 1200);

  private final int ticksPerSecond;
  private final int ticksPerFrame;
  private final int ticksLate;

  FilmClock(int ticksPerSecond, int ticksPerFrame, int ticksLate) {
    this.ticksPerSecond = ticksPerSecond;
    this.ticksPerFrame = ticksPerFrame;
    this.ticksLate = ticksLate;
  }

  double framesPerSecond() {
    return (double) ticksPerSecond / ticksPerFrame;
  }

  /** Returns when a frame is shown, rounded to nanoseconds. */
  public Duration timeOf(int frame) {
    long ticks = (long) frame * ticksPerFrame + (frame % 3 == 2 ? ticksLate : 0);
    return Duration.ofNanos(Math.round(ticks * 1e9 / ticksPerSecond));
  }

  /** Returns FFmpeg's name of the mean rate. */
  String rate() {
    return ticksPerSecond + "/" + ticksPerFrame;
  }

  String timeBase() {
    return "1/" + ticksPerSecond;
  }

  /** Returns FFmpeg's filters that give the frames their times. */
  String filter() {
    return "settb=%s,setpts='N*%d+%d*eq(mod(N,3),2)'"
        .formatted(timeBase(), ticksPerFrame, ticksLate);
  }
}
