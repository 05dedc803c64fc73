package dev.shorts.emulator.iam;

import java.util.Map;

/**
 * Names an action on a resource that a call needs permission for.
 *
 * @param action such as {@code s3:GetObject}
 * @param resource ARN
 * @param context condition keys of the call, such as {@code s3:prefix}
 */
public record AccessRequest(String action, String resource, Map<String, String> context) {

  public AccessRequest {
    context = Map.copyOf(context);
  }

  public AccessRequest(String action, String resource) {
    this(action, resource, Map.of());
  }
}
