package dev.shorts.transcode.plan;

/**
 * Describes the CPU share of this function.
 *
 * @param threads that can run at once
 * @param share in cores: Lambda gives one core for every 1,769 MB of memory
 *     (docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html), spread over more threads
 *     than that
 */
public record CpuBudget(int threads, double share) {

  private static final double MB_FOR_A_CORE = 1769;

  /**
   * @param memory of the function, in MB
   */
  public static CpuBudget of(int memory, int threads) {
    return new CpuBudget(threads, Math.min(threads, memory / MB_FOR_A_CORE));
  }
}
