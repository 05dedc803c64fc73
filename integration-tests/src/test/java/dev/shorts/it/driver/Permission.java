package dev.shorts.it.driver;

import java.util.Map;

/**
 * A Permission is an action on a resource that a role's policy allows.
 *
 * @param resource the last part of its ARN, such as {@code TranscodeQueue}
 * @param used whether a function of the role has needed it
 */
public record Permission(String role, String action, String resource, boolean used) {

  public static Permission of(Map<?, ?> told) {
    return new Permission(
        (String) told.get("role"),
        (String) told.get("action"),
        ((String) told.get("resource")).replaceFirst("^arn:aws:[\\w-]*:[\\w-]*:\\d*:", ""),
        Boolean.TRUE.equals(told.get("used")));
  }

  public String text() {
    return "%s %s %s".formatted(role, action, resource);
  }
}
