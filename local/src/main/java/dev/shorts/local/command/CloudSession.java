package dev.shorts.local.command;

import dev.shorts.local.Endpoints;
import dev.shorts.local.LocalCloud;
import java.util.concurrent.Callable;

/** A local cloud for as long as something is done with it, or until Ctrl-C. */
final class CloudSession implements AutoCloseable {

  /** What is done with it. */
  @FunctionalInterface
  interface Work {
    void with(Endpoints endpoints) throws Exception;
  }

  private final LocalCloud cloud;
  private final Thread hook = new Thread(this::stop);
  private volatile boolean stopping;
  private volatile Callable<?> last = () -> null;
  private volatile boolean well;

  CloudSession(LocalCloud cloud) {
    this.cloud = cloud;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Being told to stop is the good end, after which {@code then} is done. */
  void endsWell(Callable<?> then) {
    last = then;
    well = true;
  }

  void run(Work work) throws Exception {
    try {
      work.with(cloud.start());
    } catch (Exception e) {
      if (!stopping) {
        well = false;
        throw e;
      }
      // The work failed because the cloud is being taken away from it.
      hook.join();
    }
  }

  @Override
  public void close() {
    cloud.close();
    if (!stopping) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  private void stop() {
    stopping = true;
    cloud.close();
    try {
      last.call();
    } catch (Exception e) {
      System.err.println(e.getMessage());
    }
    if (well) {
      Runtime.getRuntime().halt(0);
    }
  }
}
