package dev.shorts.bench.endtoend;

/** A BenchScene is the part of a video that a short is made of, in seconds. */
public record BenchScene(SourceVideo video, int from, int to) {

  public int seconds() {
    return to - from;
  }
}
