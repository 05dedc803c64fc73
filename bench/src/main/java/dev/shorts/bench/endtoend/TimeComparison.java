package dev.shorts.bench.endtoend;

import dev.shorts.bench.report.MedianRange;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** Compares two ways to a short, whose runs alternate so that both see the same machine. */
record TimeComparison(List<ShortRun> floor, List<ShortRun> ours) {

  TimeComparison {
    if (floor.size() != ours.size()) {
      throw new IllegalArgumentException(floor.size() + " turns and " + ours.size());
    }
  }

  MedianRange floorSeconds() {
    return seconds(floor);
  }

  MedianRange ourSeconds() {
    return seconds(ours);
  }

  MedianRange ratio() {
    return ofTurns((their, our) -> our / their);
  }

  /** Seconds that remain when so many times the floor are allowed for. */
  MedianRange beyond(double times) {
    return ofTurns((their, our) -> our - times * their);
  }

  MedianRange part(String name) {
    return MedianRange.of(ours.stream().mapToDouble(run -> run.parts().get(name)));
  }

  private static MedianRange seconds(List<ShortRun> runs) {
    return MedianRange.of(runs.stream().mapToDouble(ShortRun::seconds));
  }

  private MedianRange ofTurns(DoubleBinaryOperator both) {
    return MedianRange.of(
        IntStream.range(0, ours.size())
            .mapToDouble(
                turn -> both.applyAsDouble(floor.get(turn).seconds(), ours.get(turn).seconds())));
  }
}
