package dev.shorts.local.command;

import java.io.PrintStream;

/** Prints the progress of an export: a bar on a terminal, a line for each fifth elsewhere. */
final class ProgressDisplay {

  private static final int WIDTH = 40;
  private static final int STEP = 20;

  private final PrintStream out;
  private final boolean terminal;
  private String last = "";

  ProgressDisplay(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  static ProgressDisplay onThisConsole(PrintStream out) {
    return new ProgressDisplay(out, System.console() != null && System.console().isTerminal());
  }

  /**
   * @param percent 0 to 100
   */
  void show(String status, int percent) {
    int done = WIDTH * percent / 100;
    String line =
        terminal
            ? "\r[%s%s] %3d %% %-10s"
                .formatted("#".repeat(done), ".".repeat(WIDTH - done), percent, status)
            : "%s %d %%%n".formatted(status, percent / STEP * STEP);
    if (!line.equals(last)) {
      out.print(line);
      out.flush();
      last = line;
    }
  }

  /** Ends the progress bar with a new line. */
  void end() {
    if (terminal && !last.isEmpty()) {
      out.println();
    }
  }
}
