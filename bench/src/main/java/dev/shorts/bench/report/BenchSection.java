package dev.shorts.bench.report;

/** A BenchSection measures something and writes a section of {@code bench/results.md}. */
public interface BenchSection {

  /** In one word, as {@code make bench ONLY=…} has it. */
  String name();

  /** Its heading in the results. */
  String title();

  /** Takes minutes, and says on standard output where it is. */
  ResultsText measure() throws Exception;
}
