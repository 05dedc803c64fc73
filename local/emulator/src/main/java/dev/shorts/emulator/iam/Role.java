package dev.shorts.emulator.iam;

import java.util.List;
import java.util.Map;

/** What the functions of a role may do: nothing else. */
public record Role(String name, List<Grant> grants) {

  public Role {
    grants = List.copyOf(grants);
  }

  /** With other resources instead of some. */
  public Role with(Map<String, String> instead) {
    return new Role(
        name,
        grants.stream()
            .map(
                grant ->
                    new Grant(
                        grant.action(),
                        instead.getOrDefault(grant.resource(), grant.resource()),
                        grant.condition()))
            .toList());
  }
}
