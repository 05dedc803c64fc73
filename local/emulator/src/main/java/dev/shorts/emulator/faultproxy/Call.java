package dev.shorts.emulator.faultproxy;

import dev.shorts.emulator.lambda.FunctionProcess;
import java.util.Optional;
import java.util.Set;

/**
 * Records one call of a service, or one invocation of a function.
 *
 * @param operation named as the service does; for the Data API the SQL function, for Lambda the
 *     function
 * @param caller the function's process that makes the call; empty if no function does
 * @param about the ids that the call concerns
 */
record Call(
    AwsService service, String operation, Optional<FunctionProcess> caller, Set<String> about) {

  Call {
    about = Set.copyOf(about);
  }
}
