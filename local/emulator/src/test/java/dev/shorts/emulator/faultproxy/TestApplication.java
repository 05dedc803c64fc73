package dev.shorts.emulator.faultproxy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An application whose users create jobs. */
final class TestApplication implements ProxiedApplication {

  @Override
  public Set<String> sqlFunctions() {
    return Set.of("claim_job", "create_job", "get_job");
  }

  @Override
  public Optional<Ownership> ownership(String sqlFunction, Map<String, String> parameters) {
    return sqlFunction.equals("create_job") && parameters.containsKey("user_id")
        ? Optional.of(new Ownership(parameters.get("job_id"), parameters.get("user_id")))
        : Optional.empty();
  }
}
