package dev.shorts.transcode.ffmpeg;

import java.time.Duration;
import java.util.List;

/** What comes before a program on its command line, to start it. */
@FunctionalInterface
interface CommandPrefix {

  /** Starts a program as it is, where {@code limited} can't be built: it is for Linux. */
  CommandPrefix NONE = _ -> List.of();

  /**
   * @param limit of the program's run
   */
  List<String> before(Duration limit);
}
