package dev.shorts.emulator.iam;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One action on one resource that a role's statement allows.
 *
 * @param resource an ARN, in which {@code *} stands for anything
 * @param condition what must be true of the call's context, by key ({@code StringLike})
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
