package dev.shorts.transcode.ffmpeg;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The layer's launcher, which gives a program limits that it can't lift: see {@code limited.c}. The
 * program dies with the thread that starts it.
 *
 * @param memory bytes, threads' stacks included
 * @param fileSize bytes that a file may have which the program writes
 */
record LimitLauncher(Path launcher, long memory, long fileSize) implements CommandPrefix {

  /** A program that is this far past its limit has lost whoever should have ended it. */
  private static final int SECONDS_LATE = 5;

  @Override
  public List<String> before(Duration limit) {
    long parent = ProcessHandle.current().pid();
    int cores = Runtime.getRuntime().availableProcessors();
    long processorTime = (limit.toSeconds() + SECONDS_LATE) * cores;
    var limits = Stream.of(parent, memory, fileSize, processorTime).map(String::valueOf);
    return Stream.concat(Stream.of(launcher.toString()), limits).toList();
  }
}
