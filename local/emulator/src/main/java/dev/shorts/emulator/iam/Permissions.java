package dev.shorts.emulator.iam;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who may do what, by the template, and what of it was done. */
public final class Permissions {

  private final List<Held> held;
  private final Set<Held> used = ConcurrentHashMap.newKeySet();
  private final List<Refused> refused = new CopyOnWriteArrayList<>();

  /** A grant that a role has. */
  public record Held(String role, Grant grant) {}

  /** What a role asked for in vain. */
  public record Refused(String role, AccessRequest access) {}

  public Permissions(Collection<Role> roles) {
    held =
        roles.stream()
            .flatMap(role -> role.grants().stream().map(grant -> new Held(role.name(), grant)))
            .toList();
  }

  /** Whether {@code role} may do all of it; the first that it may not is noted. */
  public boolean allowsAll(String role, List<AccessRequest> needs) {
    var lacking = needs.stream().filter(access -> !allows(role, access)).findFirst();
    lacking.ifPresent(access -> refused.add(new Refused(role, access)));
    return lacking.isEmpty();
  }

  public boolean allows(String role, AccessRequest access) {
    Optional<Held> allowing =
        held.stream()
            .filter(one -> one.role().equals(role) && one.grant().allows(access))
            .findFirst();
    allowing.ifPresent(used::add);
    return allowing.isPresent();
  }

  /** All that the roles may do. */
  public List<Held> held() {
    return held;
  }

  /** Whether a call has needed it. */
  public boolean isUsed(Held one) {
    return used.contains(one);
  }

  public List<Refused> refused() {
    return List.copyOf(refused);
  }
}
