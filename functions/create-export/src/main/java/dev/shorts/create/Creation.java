package dev.shorts.create;

import dev.shorts.export.Export;
import java.math.BigDecimal;
import java.time.Duration;

/** What the database said to a request. */
sealed interface Creation {

  record Created(Export export, Quota quota) implements Creation {}

  /** The same request was made before under the same key; this is its export as it is now. */
  record Replayed(Export export, boolean everClaimed) implements Creation {}

  record KeyReused() implements Creation {}

  record SceneNotFound() implements Creation {}

  record SceneTooLong(BigDecimal seconds) implements Creation {}

  /**
   * The scene has no length.
   *
   * @param start as the database writes it: other people's columns may hold NaN
   */
  record SceneEmpty(String start, String end) implements Creation {}

  record LimitExceeded(Quota quota, Duration nextAllowedIn) implements Creation {}
}
