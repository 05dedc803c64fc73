package dev.shorts.local.wire;

import dev.shorts.local.lambda.Sandbox;
import java.util.Optional;
import java.util.Set;

/**
 * One call of a service, or of a function.
 *
 * @param operation as the service names it; of the Data API the SQL function
 * @param caller the function's process that calls, if it is one
 * @param about ids of users and exports that it concerns
 */
record Call(Service service, String operation, Optional<Sandbox> caller, Set<String> about) {

  Call {
    about = Set.copyOf(about);
  }
}
