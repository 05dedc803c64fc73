package dev.shorts.local;

import dev.shorts.emulator.faultproxy.ProxiedApplication;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names the SQL functions of the product and reads which user an export belongs to. */
final class ExportCalls implements ProxiedApplication {

  private static final Set<String> SQL_FUNCTIONS =
      Set.of(
          "claim_scene_export",
          "complete_scene_export",
          "create_scene_export",
          "delete_scene_exports",
          "expired_scene_exports",
          "fail_scene_export",
          "get_scene_export",
          "mark_scene_exports_deleted",
          "release_scene_export",
          "renew_scene_export",
          "settle_dead_letter",
          "sweep_scene_exports",
          "take_back_scene_export");

  @Override
  public Set<String> sqlFunctions() {
    return SQL_FUNCTIONS;
  }

  @Override
  public Optional<Ownership> ownership(String sqlFunction, Map<String, String> parameters) {
    return sqlFunction.equals("create_scene_export")
            && parameters.keySet().containsAll(Set.of("export_id", "user_id"))
        ? Optional.of(new Ownership(parameters.get("export_id"), parameters.get("user_id")))
        : Optional.empty();
  }
}
