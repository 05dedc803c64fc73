package dev.shorts.local.lambda;

/** Functions' processes that no host has started. */
public final class TestSandboxes {

  private TestSandboxes() {}

  public static Sandboxes of(Sandbox... running) {
    var sandboxes = new Sandboxes();
    for (var sandbox : running) {
      sandboxes.add(sandbox);
    }
    return sandboxes;
  }
}
