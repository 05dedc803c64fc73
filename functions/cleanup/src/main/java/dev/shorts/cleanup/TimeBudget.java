package dev.shorts.cleanup;

/** A TimeBudget decides whether there is time for another batch; the next run does the rest. */
interface TimeBudget {
  boolean hasTime();
}
