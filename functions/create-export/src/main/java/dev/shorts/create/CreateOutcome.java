package dev.shorts.create;

import dev.shorts.export.Export;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** A CreateOutcome is the database's decision on a request for a short. */
sealed interface CreateOutcome {

  /** Returns the name of this outcome in the log and in {@code create_scene_export}. */
  default String logName() {
    return switch (this) {
      case Stored.Created _ -> "created";
      case Stored.Replayed _ -> "replayed";
      case Rejected.KeyReused _ -> "key_reused";
      case Rejected.SceneNotFound _ -> "scene_not_found";
      case Rejected.UserNotFound _ -> "user_not_found";
      case Rejected.SceneTooLong _ -> "scene_too_long";
      case Rejected.SceneEmpty _ -> "scene_empty";
      case Rejected.LimitExceeded _ -> "limit_exceeded";
    };
  }

  /** A Stored outcome has an export: a new one, or that of an earlier request. */
  sealed interface Stored extends CreateOutcome {

    record Created(Export export) implements Stored {}

    /**
     * The same request was made before with the same key; this is its export as it is now.
     *
     * @param everClaimed whether a worker has claimed it at least once
     */
    record Replayed(Export export, boolean everClaimed) implements Stored {}
  }

  /** A Rejected outcome says why no export was stored. */
  sealed interface Rejected extends CreateOutcome {

    record KeyReused() implements Rejected {}

    record SceneNotFound() implements Rejected {}

    /**
     * The caller owns the video but has no row in {@code auth.users}: a fault of the installation.
     */
    record UserNotFound() implements Rejected {}

    record SceneTooLong(BigDecimal seconds) implements Rejected {}

    /**
     * The scene has no length.
     *
     * @param start as the database writes it: the platform's columns may hold NaN, or nothing
     * @param end likewise
     */
    record SceneEmpty(Optional<String> start, Optional<String> end) implements Rejected {}

    record LimitExceeded(int used, Duration nextAllowedIn) implements Rejected {}
  }
}
