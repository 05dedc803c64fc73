package dev.shorts.create;

import dev.shorts.export.Export;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** A CreateOutcome is the database's decision on a request for a short. */
sealed interface CreateOutcome {

  /** Returns the name of this outcome in the log and in {@code create_scene_export}. */
  String logName();

  /** A Stored outcome has an export: a new one, or that of an earlier request. */
  sealed interface Stored extends CreateOutcome {

    record Created(Export export) implements Stored {
      @Override
      public String logName() {
        return "created";
      }
    }

    /**
     * The same request was made before with the same key; this is its export as it is now.
     *
     * @param everClaimed whether a worker has claimed it at least once
     */
    record Replayed(Export export, boolean everClaimed) implements Stored {
      @Override
      public String logName() {
        return "replayed";
      }
    }
  }

  /** A Rejected outcome says why no export was stored. */
  sealed interface Rejected extends CreateOutcome {

    record KeyReused() implements Rejected {
      @Override
      public String logName() {
        return "key_reused";
      }
    }

    record SceneNotFound() implements Rejected {
      @Override
      public String logName() {
        return "scene_not_found";
      }
    }

    /**
     * The caller owns the video but has no row in {@code auth.users}: a fault of the installation.
     */
    record UserNotFound() implements Rejected {
      @Override
      public String logName() {
        return "user_not_found";
      }
    }

    record SceneTooLong(BigDecimal seconds) implements Rejected {
      @Override
      public String logName() {
        return "scene_too_long";
      }
    }

    /**
     * The scene has no length.
     *
     * @param start as the database writes it: the platform's columns may hold NaN, or nothing
     * @param end likewise
     */
    record SceneEmpty(Optional<String> start, Optional<String> end) implements Rejected {
      @Override
      public String logName() {
        return "scene_empty";
      }
    }

    record LimitExceeded(int used, Duration nextAllowedIn) implements Rejected {
      @Override
      public String logName() {
        return "limit_exceeded";
      }
    }
  }
}
