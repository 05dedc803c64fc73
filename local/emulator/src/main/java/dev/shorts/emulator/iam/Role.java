package dev.shorts.emulator.iam;

import java.util.List;
import java.util.Map;

/** Holds the grants of a role; everything else is denied. */
public record Role(String name, List<Grant> grants) {

  public Role {
    grants = List.copyOf(grants);
  }

  /** Replaces the resources of some grants. */
  public Role with(Map<String, String> resources) {
    return new Role(
        name,
        grants.stream()
            .map(
                grant ->
                    new Grant(
                        grant.action(),
                        resources.getOrDefault(grant.resource(), grant.resource()),
                        grant.condition()))
            .toList());
  }
}
