package dev.shorts.migrate.trial;

import dev.shorts.migrate.database.SqlStates;
import java.sql.SQLException;

/** Maps the failure of a trial to what usually has to change in the platform's database. */
final class TrialAdvice {

  private static final String POLICIES =
      "Look at the platform's policies TO PUBLIC on auth.users, videos, scenes and scene_exports"
          + " (\\d in psql)";

  private TrialAdvice() {}

  static String on(SQLException failure) {
    return switch (String.valueOf(failure.getSQLState())) {
      case "42501" ->
          failure.getMessage().contains("database")
              ? "Let the database's owner grant it CONNECT."
              : POLICIES + ": make them TO the platform's own roles, or grant what they read.";
      case "42P17" ->
          POLICIES + ": one on videos reads scenes. Make it TO the platform's own roles.";
      case "42704" ->
          POLICIES
              + ": let them read their settings as current_setting(name, true), which gives"
              + " null where one isn't set.";
      case "23502", "23514" ->
          "Make the columns and CHECKs of scene_exports as docs/contract.md has them.";
      case SqlStates.FOREIGN_KEY_VIOLATION ->
          "Keep the ids of the platform's users in auth.users, by a trigger where they are in"
              + " another table (docs/adopting.md).";
      case "42804", "42883", "42846", "22P02", "22007" ->
          "Make the columns' types as docs/contract.md has them.";
      case "25000", "25006" ->
          "Look at the settings of the database and of the role (\\drds in psql).";
      default -> POLICIES + ": RESTRICTIVE ones hide rows from our roles.";
    };
  }
}
