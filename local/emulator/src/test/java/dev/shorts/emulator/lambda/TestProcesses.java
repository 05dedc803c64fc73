package dev.shorts.emulator.lambda;

/** Functions' processes that no host has started. */
public final class TestProcesses {

  private TestProcesses() {}

  public static FunctionProcesses of(FunctionProcess... running) {
    var processes = new FunctionProcesses();
    for (var process : running) {
      processes.add(process);
    }
    return processes;
  }
}
