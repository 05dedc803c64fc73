package dev.shorts.transcode.ffmpeg;

import java.time.Duration;
import java.util.List;

/**
 * A CommandPrefix stands before the program on a command line, such as the launcher that sets
 * limits.
 */
@FunctionalInterface
interface CommandPrefix {

  /** Starts a program without limits, where the launcher can't be built: it needs Linux. */
  CommandPrefix NONE = _ -> List.of();

  /**
   * Returns the arguments before the program.
   *
   * @param limit time-out of the run
   */
  List<String> before(Duration limit);
}
