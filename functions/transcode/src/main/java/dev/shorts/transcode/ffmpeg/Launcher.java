package dev.shorts.transcode.ffmpeg;

import java.time.Duration;
import java.util.List;

/** What comes before a program on its command line, to start it. */
@FunctionalInterface
interface Launcher {

  /** Starts a program as it is, where {@code limited} can't be built: it is for Linux. */
  Launcher NONE = _ -> List.of();

  /**
   * @param limit of the program's run
   */
  List<String> before(Duration limit);
}
