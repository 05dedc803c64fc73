package dev.shorts.local;

import static java.util.stream.Collectors.toMap;

import dev.shorts.emulator.faultproxy.FaultProxies;
import dev.shorts.emulator.lambda.FunctionSettings;
import dev.shorts.emulator.lambda.InvocationResult.FunctionError;
import dev.shorts.emulator.lambda.InvocationResult.Payload;
import dev.shorts.emulator.lambda.Invoker;
import dev.shorts.emulator.lambda.LambdaFunction;
import dev.shorts.emulator.lambda.LambdaHost;
import dev.shorts.emulator.template.CustomResource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Deploys the template's functions and invokes them by logical id. */
final class LocalFunctions {

  private final Map<String, LambdaFunction> functions = new LinkedHashMap<>();
  private final FaultProxies proxies;

  private LocalFunctions(FaultProxies proxies) {
    this.proxies = proxies;
  }

  /**
   * Gives functions the layers' folders on this machine, and their wall clocks.
   *
   * @param clocksAhead how far clocks are ahead, by function
   */
  static List<FunctionSettings> equipped(
      List<FunctionSettings> functions, Map<Path, Path> layers, Map<String, Duration> clocksAhead)
      throws StartException {
    var known = functions.stream().map(FunctionSettings::name).toList();
    for (var name : clocksAhead.keySet()) {
      if (!known.contains(name)) {
        throw new StartException(
            "There is no function %s, only %s.".formatted(name, String.join(", ", known)));
      }
    }
    return functions.stream()
        .map(f -> f.with(layers, clocksAhead.getOrDefault(f.name(), Duration.ZERO)))
        .toList();
  }

  /** Unpacks each function's zip. */
  static LocalFunctions deploy(
      LambdaHost host, List<FunctionSettings> functions, FaultProxies proxies)
      throws ExecutionException, InterruptedException {
    List<Callable<LambdaFunction>> tasks = new ArrayList<>();
    functions.forEach(function -> tasks.add(() -> host.deploy(function)));
    var deployed = new LocalFunctions(proxies);
    for (LambdaFunction function : inParallel(tasks)) {
      deployed.functions.put(function.function().name(), function);
    }
    return deployed;
  }

  /**
   * Creates the custom resources and meanwhile starts one execution environment of each other
   * function, so that a function that cannot start is found now and the first request is fast.
   */
  void prepare(List<CustomResource> resources, InetSocketAddress bind)
      throws ExecutionException, InterruptedException {
    List<Callable<Void>> tasks = new ArrayList<>();
    var others = new LinkedHashMap<>(functions);
    for (CustomResource resource : resources) {
      LambdaFunction function = named(resource.function());
      others.remove(resource.function());
      tasks.add(
          () -> {
            CustomResources.create(resource, function, bind);
            function.close();
            return null;
          });
    }
    others.forEach((name, function) -> tasks.add(() -> warmUp(name, function)));
    inParallel(tasks);
  }

  private static Void warmUp(String name, LambdaFunction function)
      throws InterruptedException, StartException {
    var error = function.warmUp();
    if (error.isPresent()) {
      throw new StartException("%s doesn't start: %s".formatted(name, error.get().message()));
    }
    return null;
  }

  /** The environment variables that the code of each function reads. */
  Map<String, Map<String, String>> environments() {
    return functions.values().stream()
        .collect(toMap(f -> f.function().name(), LambdaFunction::environment));
  }

  /** Invokes a function through its proxy. */
  Invoker invoker(String name) {
    return proxies.to(name, named(name));
  }

  /** The role that signs a function's calls. */
  String role(String name) {
    return named(name).function().role();
  }

  private LambdaFunction named(String name) {
    var function = functions.get(name);
    if (function == null) {
      throw new IllegalArgumentException("there is no function " + name);
    }
    return function;
  }

  /** Invokes a function; throws the error that it fails with. */
  byte[] payload(String name, byte[] event) throws IOException, InterruptedException {
    return switch (invoker(name).invoke(event)) {
      case Payload(var bytes) -> bytes;
      case FunctionError(var type, var message) ->
          throw new IOException("%s: %s: %s".formatted(name, type, message));
    };
  }

  private static <T> List<T> inParallel(List<Callable<T>> tasks)
      throws ExecutionException, InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    }
  }
}
