package dev.shorts.bench.report;

/** Compares a measurement with its target. */
public final class TargetCheck {

  private TargetCheck() {}

  /** In a word, to be searched for. */
  public static String of(double measured, double most) {
    return measured <= most ? "met" : "MISSED";
  }
}
