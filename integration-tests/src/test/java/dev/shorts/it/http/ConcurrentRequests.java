package dev.shorts.it.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many requests at the same moment. */
public final class ConcurrentRequests {

  private ConcurrentRequests() {}

  /** What each of {@code calls} answered, in their order. */
  public static <T> List<T> ask(List<Callable<T>> calls) {
    var start = new CyclicBarrier(calls.size());
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<T>();
      for (Future<T> answer : executor.invokeAll(calls.stream().map(c -> at(start, c)).toList())) {
        answers.add(answer.get());
      }
      return answers;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> Callable<T> at(CyclicBarrier start, Callable<T> call) {
    return () -> {
      start.await();
      return call.call();
    };
  }
}
