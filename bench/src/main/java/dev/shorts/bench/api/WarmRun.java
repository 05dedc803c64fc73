package dev.shorts.bench.api;

import dev.shorts.bench.report.MedianRange;
import dev.shorts.emulator.lambda.LambdaFunction;
import java.io.IOException;
import java.util.Arrays;

/**
 * A WarmRun has the figures of many requests to one process, one after the other as Lambda sends
 * them.
 *
 * @param median of a request's time, in ms, as Lambda sees it
 * @param slow the 99th percentile
 * @param cpu of the function's process, in ms a request
 * @param allocated in kB a request
 * @param perSecond how many were answered
 * @param memory the most that the process ever had, in MB
 */
record WarmRun(
    double median, double slow, double cpu, double allocated, double perSecond, double memory) {

  /** After which C1 has compiled what a request runs. */
  private static final int WARM_UP = 500;

  private static final int REQUESTS = 500;

  /** With a fresh process. */
  static WarmRun of(
      LambdaFunction function, BenchedFunction subject, PinnedLambda lambda, TestEvents requests)
      throws IOException, InterruptedException {
    try (function) {
      for (int i = 0; i < WARM_UP; i++) {
        seconds(function, subject, requests.next(subject));
      }
      var process = lambda.process(function);
      var allocated = ThreadDump.of(process).allocated();
      var cpu = ProcFile.stat(process).cpu();
      var times = new double[REQUESTS];
      for (int i = 0; i < REQUESTS; i++) {
        times[i] = seconds(function, subject, requests.next(subject));
      }
      var cpuMillis = ProcFile.stat(process).cpu().minus(cpu).toMillis();
      var bytes = ThreadDump.of(process).allocated() - allocated;
      var total = Arrays.stream(times).sum();
      Arrays.sort(times);
      return new WarmRun(
          1000 * MedianRange.quantile(times, 0.5),
          1000 * MedianRange.quantile(times, 0.99),
          (double) cpuMillis / REQUESTS,
          bytes / 1024.0 / REQUESTS,
          REQUESTS / total,
          ProcFile.status(process).peakMemory());
    }
  }

  private static double seconds(LambdaFunction function, BenchedFunction subject, byte[] event)
      throws InterruptedException {
    long start = System.nanoTime();
    var result = function.invoke(event);
    long end = System.nanoTime();
    subject.check(ColdStart.answer(result));
    return (end - start) / 1e9;
  }
}
