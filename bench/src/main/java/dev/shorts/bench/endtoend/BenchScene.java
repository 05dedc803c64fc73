package dev.shorts.bench.endtoend;

/** What a short is made of, in seconds of its video. */
public record BenchScene(SourceVideo video, int from, int to) {

  public int seconds() {
    return to - from;
  }
}
