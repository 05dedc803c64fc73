package dev.shorts.local;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Closes the resources of the local cloud in the reverse order of their opening; one that is added
 * afterwards is closed at once.
 */
final class ResourceStack {

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private boolean closed;

  /** Adding after {@link #close} closes the resource immediately and fails. */
  synchronized <T extends AutoCloseable> T add(T resource) throws Exception {
    if (closed) {
      resource.close();
      throw new IllegalStateException("stopped while it was starting");
    }
    open.push(resource);
    return resource;
  }

  /** Closes all resources, and then throws the first exception of those that failed to close. */
  synchronized void close() throws Exception {
    closed = true;
    Exception first = null;
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
