package dev.shorts.database;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that no test has used yet. */
final class Ids {

  private static final AtomicLong NEXT = new AtomicLong(1);

  private Ids() {}

  static UUID next() {
    return new UUID(0, NEXT.getAndIncrement());
  }
}
