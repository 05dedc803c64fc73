package dev.shorts.create;

import dev.shorts.export.Export;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** What the database said to a request. */
sealed interface CreateOutcome {

  /** As the log names it. */
  default String outcome() {
    return getClass().getSimpleName();
  }

  record Created(Export export) implements CreateOutcome {}

  /** The same request was made before under the same key; this is its export as it is now. */
  record Replayed(Export export, boolean everClaimed) implements CreateOutcome {}

  record KeyReused() implements CreateOutcome {}

  record SceneNotFound() implements CreateOutcome {}

  /**
   * The caller owns the video but has no row in {@code auth.users}: a fault of the installation.
   */
  record UserNotFound() implements CreateOutcome {}

  record SceneTooLong(BigDecimal seconds) implements CreateOutcome {}

  /**
   * The scene has no length.
   *
   * @param start as the database writes it: other people's columns may hold NaN, or nothing
   */
  record SceneEmpty(Optional<String> start, Optional<String> end) implements CreateOutcome {}

  record LimitExceeded(int used, Duration nextAllowedIn) implements CreateOutcome {}

  /**
   * An answer of the database.
   *
   * @param quota empty if it was not counted
   */
  record Reply(CreateOutcome creation, Optional<Quota> quota) {}
}
