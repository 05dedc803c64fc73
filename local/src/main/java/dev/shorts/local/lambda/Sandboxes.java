package dev.shorts.local.lambda;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The running processes of all functions. */
public final class Sandboxes {

  private final Map<String, Sandbox> byStream = new ConcurrentHashMap<>();

  /**
   * @param stream names it, as its log stream does; a function's calls carry it as the SDK's
   *     application id
   */
  public Optional<Sandbox> find(String stream) {
    return Optional.ofNullable(byStream.get(stream));
  }

  void add(String stream, Sandbox sandbox) {
    byStream.put(stream, sandbox);
  }

  void remove(String stream) {
    byStream.remove(stream);
  }
}
