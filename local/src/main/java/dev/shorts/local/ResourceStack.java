package dev.shorts.local;

import java.util.ArrayDeque;
import java.util.Deque;

/** What of the local cloud is open; closed in reverse. */
final class ResourceStack {

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private boolean closed;

  /** One that comes too late is closed at once. */
  synchronized <T extends AutoCloseable> T add(T room) throws Exception {
    if (closed) {
      room.close();
      throw new IllegalStateException("stopped while it was starting");
    }
    open.push(room);
    return room;
  }

  /** Goes on when a room can't be closed, and then throws what went wrong first. */
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
