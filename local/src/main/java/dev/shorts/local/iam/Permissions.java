package dev.shorts.local.iam;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who may do what, by the template, and what of it was done. */
public final class Permissions {

  private final List<Role> roles;
  private final Set<Use> used = ConcurrentHashMap.newKeySet();
  private final List<Refused> refused = new CopyOnWriteArrayList<>();

  /**
   * A grant of a role.
   *
   * @param used whether a call needed it
   */
  public record Use(String role, Grant grant, boolean used) {}

  /** What a role asked for in vain. */
  public record Refused(String role, Access access) {}

  public Permissions(Collection<Role> roles) {
    this.roles = List.copyOf(roles);
  }

  /** The first of {@code needs} that {@code role} lacks; noted. */
  public Optional<Access> lacking(String role, List<Access> needs) {
    var lacking = needs.stream().filter(access -> !allows(role, access)).findFirst();
    lacking.ifPresent(access -> refused.add(new Refused(role, access)));
    return lacking;
  }

  public boolean allows(String role, Access access) {
    var grant = grants(role).stream().filter(one -> one.allows(access)).findFirst();
    grant.ifPresent(one -> used.add(new Use(role, one, true)));
    return grant.isPresent();
  }

  /** Every grant there is. */
  public List<Use> uses() {
    var uses = new ArrayList<Use>();
    for (var role : roles) {
      for (var grant : role.grants()) {
        uses.add(new Use(role.name(), grant, used.contains(new Use(role.name(), grant, true))));
      }
    }
    return uses;
  }

  public List<Refused> refused() {
    return List.copyOf(refused);
  }

  private List<Grant> grants(String role) {
    return roles.stream()
        .filter(one -> one.name().equals(role))
        .findFirst()
        .map(Role::grants)
        .orElse(List.of());
  }
}
