package dev.shorts.bench.endtoend;

import dev.shorts.bench.Spread;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** Two ways to a short, taken in turns: what is compared is of the same turn. */
record Comparison(List<Run> floor, List<Run> ours) {

  Comparison {
    if (floor.size() != ours.size()) {
      throw new IllegalArgumentException(floor.size() + " turns and " + ours.size());
    }
  }

  Spread floorSeconds() {
    return seconds(floor);
  }

  Spread ourSeconds() {
    return seconds(ours);
  }

  Spread ratio() {
    return ofTurns((their, our) -> our / their);
  }

  /** Seconds that remain when so many times the floor are allowed for. */
  Spread beyond(double times) {
    return ofTurns((their, our) -> our - times * their);
  }

  Spread part(String name) {
    return Spread.of(ours.stream().mapToDouble(run -> run.parts().get(name)));
  }

  private static Spread seconds(List<Run> runs) {
    return Spread.of(runs.stream().mapToDouble(Run::seconds));
  }

  private Spread ofTurns(DoubleBinaryOperator both) {
    return Spread.of(
        IntStream.range(0, ours.size())
            .mapToDouble(
                turn -> both.applyAsDouble(floor.get(turn).seconds(), ours.get(turn).seconds())));
  }
}
