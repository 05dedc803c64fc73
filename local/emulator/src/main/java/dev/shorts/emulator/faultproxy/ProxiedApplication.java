package dev.shorts.emulator.faultproxy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Describes the application whose calls pass through the proxies. */
public interface ProxiedApplication {

  /** The SQL functions that its statements call: the operations on which a fault can be put. */
  Set<String> sqlFunctions();

  /**
   * Reads from a statement which id belongs to which owner, so that a fault for the owner also
   * applies to later calls that name only the id.
   *
   * @param parameters the statement's text parameters, by name
   * @return empty if the statement does not say
   */
  Optional<Ownership> ownership(String sqlFunction, Map<String, String> parameters);

  /** One id and the id of its owner. */
  record Ownership(String id, String owner) {}
}
