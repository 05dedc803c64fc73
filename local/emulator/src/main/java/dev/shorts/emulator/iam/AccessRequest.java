package dev.shorts.emulator.iam;

import java.util.Map;

/**
 * What a call needs to be allowed.
 *
 * @param action such as {@code s3:GetObject}
 * @param resource its ARN
 * @param context by which a statement may tell calls apart, such as {@code s3:prefix}
 */
public record AccessRequest(String action, String resource, Map<String, String> context) {

  public AccessRequest {
    context = Map.copyOf(context);
  }

  public AccessRequest(String action, String resource) {
    this(action, resource, Map.of());
  }
}
