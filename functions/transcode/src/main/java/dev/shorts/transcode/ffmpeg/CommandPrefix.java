package dev.shorts.transcode.ffmpeg;

import java.time.Duration;
import java.util.List;

/** Prefix of the command line, such as the resource-limiting launcher. */
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
