package dev.shorts.bench.endtoend;

import java.nio.file.Path;
import java.util.UUID;

/**
 * A SourceVideo is a video that scenes are cut from.
 *
 * @param name as the results call it
 * @param seconds of its length
 * @param key in the bucket of videos
 */
public record SourceVideo(String name, Path file, int seconds, String key) {

  public SourceVideo(String name, Path file, int seconds) {
    this(name, file, seconds, "videos/" + UUID.randomUUID());
  }

  /** As many seconds from its middle. */
  public BenchScene middle(int length) {
    int from = (seconds - length) / 2;
    return new BenchScene(this, from, from + length);
  }
}
