package dev.shorts.local.lambda;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The running processes of all functions. */
public final class Sandboxes {

  private final Map<String, Sandbox> byStream = new ConcurrentHashMap<>();

  /**
   * @param stream a function's calls carry it as the SDK's application id
   */
  public Optional<Sandbox> find(String stream) {
    return Optional.ofNullable(byStream.get(stream));
  }

  /** Those of one function. */
  public List<Sandbox> of(String function) {
    return byStream.values().stream().filter(one -> one.function().equals(function)).toList();
  }

  void add(Sandbox sandbox) {
    byStream.put(sandbox.stream(), sandbox);
  }

  void remove(Sandbox sandbox) {
    byStream.remove(sandbox.stream());
  }
}
