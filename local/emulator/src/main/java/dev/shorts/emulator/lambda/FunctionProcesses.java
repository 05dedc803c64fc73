package dev.shorts.emulator.lambda;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Registers the running processes of all functions. */
public final class FunctionProcesses {

  private final Map<String, FunctionProcess> byStream = new ConcurrentHashMap<>();

  /**
   * @param stream log stream, which calls of the function carry as the SDK's application id
   */
  public Optional<FunctionProcess> find(String stream) {
    return Optional.ofNullable(byStream.get(stream));
  }

  /** The running processes of one function. */
  public List<FunctionProcess> of(String function) {
    return byStream.values().stream()
        .filter(process -> process.function().equals(function))
        .toList();
  }

  void add(FunctionProcess process) {
    byStream.put(process.stream(), process);
  }

  void remove(FunctionProcess process) {
    byStream.remove(process.stream());
  }
}
