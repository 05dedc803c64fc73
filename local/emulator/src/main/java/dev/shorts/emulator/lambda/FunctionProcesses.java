package dev.shorts.emulator.lambda;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The running processes of all functions. */
public final class FunctionProcesses {

  private final Map<String, FunctionProcess> byStream = new ConcurrentHashMap<>();

  /**
   * @param stream a function's calls carry it as the SDK's application id
   */
  public Optional<FunctionProcess> find(String stream) {
    return Optional.ofNullable(byStream.get(stream));
  }

  /** Those of one function. */
  public List<FunctionProcess> of(String function) {
    return byStream.values().stream().filter(one -> one.function().equals(function)).toList();
  }

  void add(FunctionProcess sandbox) {
    byStream.put(sandbox.stream(), sandbox);
  }

  void remove(FunctionProcess sandbox) {
    byStream.remove(sandbox.stream());
  }
}
