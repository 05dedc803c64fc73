package dev.shorts.create;

import dev.shorts.export.Export;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** What the database said to a request. */
sealed interface Creation {

  /** As the log names it. */
  default String outcome() {
    return getClass().getSimpleName();
  }

  record Created(Export export) implements Creation {}

  /** The same request was made before under the same key; this is its export as it is now. */
  record Replayed(Export export, boolean everClaimed) implements Creation {}

  record KeyReused() implements Creation {}

  record SceneNotFound() implements Creation {}

  /**
   * The caller owns the video but has no row in {@code auth.users}: a fault of the installation.
   */
  record UserNotFound() implements Creation {}

  record SceneTooLong(BigDecimal seconds) implements Creation {}

  /**
   * The scene has no length.
   *
   * @param start as the database writes it: other people's columns may hold NaN, or nothing
   */
  record SceneEmpty(Optional<String> start, Optional<String> end) implements Creation {}

  record LimitExceeded(int used, Duration nextAllowedIn) implements Creation {}

  /**
   * An answer of the database.
   *
   * @param quota empty if it was not counted
   */
  record Reply(Creation creation, Optional<Quota> quota) {}
}
