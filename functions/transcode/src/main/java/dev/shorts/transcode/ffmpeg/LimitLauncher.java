package dev.shorts.transcode.ffmpeg;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Builds the command line of the layer's launcher, which sets resource limits that the program
 * can't raise: see {@code limited.c}. The program dies with the thread that starts it.
 *
 * @param memory address space in bytes, stacks of threads included
 * @param fileSize largest file in bytes that the program may write
 */
record LimitLauncher(Path launcher, long memory, long fileSize) implements CommandPrefix {

  /** Grace seconds after the time-out before RLIMIT_CPU kills an orphaned process. */
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
