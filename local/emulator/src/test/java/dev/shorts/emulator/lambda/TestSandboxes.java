package dev.shorts.emulator.lambda;

/** Functions' processes that no host has started. */
public final class TestSandboxes {

  private TestSandboxes() {}

  public static FunctionProcesses of(FunctionProcess... running) {
    var sandboxes = new FunctionProcesses();
    for (var sandbox : running) {
      sandboxes.add(sandbox);
    }
    return sandboxes;
  }
}
