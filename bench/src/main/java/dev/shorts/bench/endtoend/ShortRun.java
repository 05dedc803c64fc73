package dev.shorts.bench.endtoend;

import java.util.Map;

/**
 * A ShortRun has the time that a short took, in seconds.
 *
 * @param parts of it by name, in order, where there are any
 */
public record ShortRun(double seconds, Map<String, Double> parts) {}
