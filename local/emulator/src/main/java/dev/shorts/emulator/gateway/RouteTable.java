package dev.shorts.emulator.gateway;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the route of a request. Routes with fewer parameters take precedence; {@code $default} is
 * tried last.
 */
final class RouteTable {

  private static final String DEFAULT = "$default";
  private static final String ANY = "ANY";

  private final List<Pattern> patterns;
  private final Optional<Route> fallback;

  /** A route with the values of its path parameters. */
  record Match(Route route, Map<String, String> pathParameters) {}

  RouteTable(List<Route> routes) {
    patterns =
        routes.stream()
            .filter(route -> !route.key().equals(DEFAULT))
            .map(Pattern::of)
            .sorted(Comparator.comparing(Pattern::vagueness))
            .toList();
    fallback = routes.stream().filter(route -> route.key().equals(DEFAULT)).findFirst();
  }

  /**
   * @param path decoded, as API Gateway decodes it before matching
   */
  Optional<Match> find(String method, String path) {
    return patterns.stream()
        .map(pattern -> pattern.match(method, List.of(path.split("/", -1))))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> fallback.map(route -> new Match(route, Map.of())));
  }

  private record Pattern(Route route, String method, List<String> segments) {

    static Pattern of(Route route) {
      String[] key = route.key().split(" ", 2);
      return new Pattern(route, key[0], List.of(key[1].split("/", -1)));
    }

    /** Orders greedy routes last, then by their number of parameters, then those for any method. */
    int vagueness() {
      int parameters = (int) segments.stream().filter(Pattern::isParameter).count();
      boolean greedy = isGreedy(segments.getLast());
      return (greedy ? 1000 : 0) + 2 * parameters + (method.equals(ANY) ? 1 : 0);
    }

    Optional<Match> match(String requested, List<String> path) {
      boolean greedy = isGreedy(segments.getLast());
      boolean fits = greedy ? path.size() >= segments.size() : path.size() == segments.size();
      if (!fits || !(method.equals(ANY) || method.equals(requested))) {
        return Optional.empty();
      }
      Map<String, String> parameters = new LinkedHashMap<>();
      for (int i = 0; i < segments.size(); i++) {
        String segment = segments.get(i);
        String value =
            isGreedy(segment) ? String.join("/", path.subList(i, path.size())) : path.get(i);
        if (isParameter(segment) && !value.isEmpty()) {
          parameters.put(segment.replaceAll("[{}+]", ""), value);
        } else if (!segment.equals(value)) {
          return Optional.empty();
        }
      }
      return Optional.of(new Match(route, parameters));
    }

    private static boolean isParameter(String segment) {
      return segment.startsWith("{");
    }

    private static boolean isGreedy(String segment) {
      return segment.endsWith("+}");
    }
  }
}
