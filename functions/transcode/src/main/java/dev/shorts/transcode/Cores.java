package dev.shorts.transcode;

/**
 * How much processor this function has.
 *
 * @param threads that can run at once
 * @param share of them that is ours: Lambda gives a core for every 1,769 MB of memory
 *     (docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html), on more threads than that
 */
record Cores(int threads, double share) {

  private static final double MB_FOR_A_CORE = 1769;

  /**
   * @param memory of the function, in MB
   */
  static Cores of(int memory, int threads) {
    return new Cores(threads, Math.min(threads, memory / MB_FOR_A_CORE));
  }
}
