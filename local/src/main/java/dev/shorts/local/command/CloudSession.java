package dev.shorts.local.command;

import dev.shorts.local.Endpoints;
import dev.shorts.local.LocalCloud;
import java.util.concurrent.Callable;

/** Runs a local cloud while work is done with it, and stops it at Ctrl-C. */
final class CloudSession implements AutoCloseable {

  /** Work that is done with a running cloud. */
  @FunctionalInterface
  interface Work {
    void with(Endpoints endpoints) throws Exception;
  }

  private final LocalCloud cloud;
  private final Thread hook = new Thread(this::stop);
  private volatile boolean stopping;
  private volatile Callable<?> last = () -> null;
  private volatile boolean successWhenStopped;

  CloudSession(LocalCloud cloud) {
    this.cloud = cloud;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Ctrl-C counts as success; runs {@code then} and exits 0. */
  void succeedWhenStopped(Callable<?> then) {
    last = then;
    successWhenStopped = true;
  }

  void run(Work work) throws Exception {
    try {
      work.with(cloud.start());
    } catch (Exception e) {
      if (!stopping) {
        successWhenStopped = false;
        throw e;
      }
      // The work failed because the shutdown hook is closing the cloud.
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
    if (successWhenStopped) {
      Runtime.getRuntime().halt(0);
    }
  }
}
