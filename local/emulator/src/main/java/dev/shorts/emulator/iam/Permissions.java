package dev.shorts.emulator.iam;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Decides whether a role may make a call, and records what was used and refused. */
public final class Permissions {

  private final List<GrantedPermission> granted;
  private final Set<GrantedPermission> used = ConcurrentHashMap.newKeySet();
  private final List<Refused> refused = new CopyOnWriteArrayList<>();

  /** A grant of a role. */
  public record GrantedPermission(String role, Grant grant) {}

  /** A call that a role was not allowed to make. */
  public record Refused(String role, AccessRequest access) {}

  public Permissions(Collection<Role> roles) {
    granted =
        roles.stream()
            .flatMap(
                role ->
                    role.grants().stream().map(grant -> new GrantedPermission(role.name(), grant)))
            .toList();
  }

  /** Whether {@code role} has all permissions; records the first that it lacks as refused. */
  public boolean allowsAll(String role, List<AccessRequest> needs) {
    var lacking = needs.stream().filter(access -> !allows(role, access)).findFirst();
    lacking.ifPresent(access -> refused.add(new Refused(role, access)));
    return lacking.isEmpty();
  }

  public boolean allows(String role, AccessRequest access) {
    Optional<GrantedPermission> allowing =
        granted.stream()
            .filter(one -> one.role().equals(role) && one.grant().allows(access))
            .findFirst();
    allowing.ifPresent(used::add);
    return allowing.isPresent();
  }

  /** The grants of all roles. */
  public List<GrantedPermission> granted() {
    return granted;
  }

  /** Whether a call needed the permission. */
  public boolean isUsed(GrantedPermission one) {
    return used.contains(one);
  }

  public List<Refused> refused() {
    return List.copyOf(refused);
  }
}
