package dev.shorts.emulator.lambda;

import dev.shorts.emulator.lambda.InvocationResult.FunctionError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * Passes each event to an idle execution environment of a function, or starts a new one, up to a
 * limit at which events wait.
 */
public final class LambdaFunction implements Invoker, AutoCloseable {

  /**
   * Far below an account's limit: more environments than the cores can run would only start slower.
   */
  private static final int MAX_ENVIRONMENTS =
      Math.max(8, 2 * Runtime.getRuntime().availableProcessors());

  private final Deployment deployment;
  private final Semaphore permits = new Semaphore(MAX_ENVIRONMENTS, true);
  private final Deque<ExecutionEnvironment> idle = new ConcurrentLinkedDeque<>();
  private final Set<ExecutionEnvironment> all = ConcurrentHashMap.newKeySet();

  LambdaFunction(Deployment deployment) {
    this.deployment = deployment;
  }

  public FunctionSettings function() {
    return deployment.function();
  }

  /** The variables that the code reads, wherever it runs. */
  public Map<String, String> environment() {
    return EnvironmentVariables.ofCode(function(), deployment.additions());
  }

  /** Starts one environment; gives the error that the first event would get. */
  public Optional<FunctionError> warmUp() throws InterruptedException {
    ExecutionEnvironment environment = takeOrStart();
    boolean reusable = false;
    try {
      var error = environment.start();
      reusable = error.isEmpty();
      return error;
    } finally {
      release(environment, reusable);
    }
  }

  /** Runs the handler once, in any free environment. */
  @Override
  public InvocationResult invoke(byte[] event) throws InterruptedException {
    permits.acquire();
    try {
      Optional<InvocationResult> result;
      do {
        result = attempt(event);
      } while (result.isEmpty());
      if (result.get() instanceof FunctionError error) {
        deployment.report(error);
      }
      return result.get();
    } finally {
      permits.release();
    }
  }

  /** Ends all environments; a later event starts a new one. */
  @Override
  public void close() {
    all.parallelStream().forEach(this::close);
  }

  /** Empty if the environment had ended while it was idle, so that another must take the event. */
  private Optional<InvocationResult> attempt(byte[] event) throws InterruptedException {
    ExecutionEnvironment environment = takeOrStart();
    boolean reusable = false;
    try {
      var error = environment.start();
      if (error.isPresent()) {
        return Optional.of(error.get());
      }
      var result = environment.invoke(deployment.invocation(event), function().limits().timeout());
      reusable = environment.isAlive();
      return result;
    } finally {
      release(environment, reusable);
    }
  }

  private ExecutionEnvironment takeOrStart() {
    ExecutionEnvironment known = idle.pollFirst();
    if (known != null) {
      return known;
    }
    try {
      ExecutionEnvironment environment = deployment.start();
      all.add(environment);
      return environment;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void release(ExecutionEnvironment environment, boolean reusable) {
    if (reusable) {
      idle.addFirst(environment);
    } else {
      close(environment);
    }
  }

  /** Closes an environment once, although its last user and {@link #close()} may both do so. */
  private void close(ExecutionEnvironment environment) {
    if (all.remove(environment)) {
      idle.remove(environment);
      environment.close();
    }
  }
}
