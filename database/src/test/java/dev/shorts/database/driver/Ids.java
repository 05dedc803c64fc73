package dev.shorts.database.driver;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that no test has used yet. */
public final class Ids {

  private static final AtomicLong NEXT = new AtomicLong(1);

  private Ids() {}

  public static UUID next() {
    return new UUID(0, NEXT.getAndIncrement());
  }
}
