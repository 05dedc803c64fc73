package dev.shorts.cleanup;

/** Whether there is time for another batch; what is left over waits for the next run. */
interface TimeBudget {
  boolean left();
}
