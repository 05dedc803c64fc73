package dev.shorts.bench.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures several things by turns, so that load of the machine falls on all of them alike. */
public final class AlternatingRounds {

  /** One measurement of one thing. */
  @FunctionalInterface
  public interface Measurement<C, M> {
    M of(C thing) throws Exception;
  }

  private AlternatingRounds() {}

  /** What was measured of each, in the order of {@code things}. */
  public static <C, M> Map<C, List<M>> of(int rounds, List<C> things, Measurement<C, M> measurement)
      throws Exception {
    var measured = new LinkedHashMap<C, List<M>>();
    for (int round = 0; round < rounds; round++) {
      for (var thing : things) {
        measured.computeIfAbsent(thing, _ -> new ArrayList<>()).add(measurement.of(thing));
      }
    }
    return measured;
  }
}
