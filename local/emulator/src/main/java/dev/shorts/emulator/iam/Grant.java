package dev.shorts.emulator.iam;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Allows one action on one resource.
 *
 * @param resource ARN, in which {@code *} matches any text
 * @param condition patterns that the condition keys of the call must match ({@code StringLike})
 */
public record Grant(String action, String resource, Map<String, String> condition) {

  public Grant {
    condition = Map.copyOf(condition);
  }

  boolean allows(AccessRequest access) {
    return action.equals(access.action())
        && like(resource, access.resource())
        && condition.entrySet().stream()
            .allMatch(key -> like(key.getValue(), access.context().getOrDefault(key.getKey(), "")));
  }

  private static boolean like(String pattern, String value) {
    var regex =
        Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return Pattern.compile(regex, Pattern.DOTALL).matcher(value).matches();
  }
}
