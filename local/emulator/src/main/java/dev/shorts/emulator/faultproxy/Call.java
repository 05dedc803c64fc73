package dev.shorts.emulator.faultproxy;

import dev.shorts.emulator.lambda.FunctionProcess;
import java.util.Optional;
import java.util.Set;

/**
 * One call of a service, or of a function.
 *
 * @param operation as the service names it; of the Data API the SQL function
 * @param caller the function's process that calls, if it is one
 * @param about ids of users and exports that it concerns
 */
record Call(
    AwsService service, String operation, Optional<FunctionProcess> caller, Set<String> about) {

  Call {
    about = Set.copyOf(about);
  }
}
