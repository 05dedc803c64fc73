package dev.shorts.it.driver;

import dev.shorts.local.StartException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/**
 * A local cloud in which everything that is waited for comes soon, and no clock is right: the
 * template as it is, but for its durations, on clocks that are ten minutes from the database's.
 */
public final class ShortTimeoutsCloud {

  /** From the template's to ours, each as it stands there. */
  private static final Map<String, String> DURATIONS =
      Map.of(
          "LEASE_S: 120", "LEASE_S: 6",
          "RENEW_S: 30", "RENEW_S: 2",
          "MAX_PENDING_S: 300", "MAX_PENDING_S: 4",
          "Timeout: 900", "Timeout: 45",
          "VisibilityTimeout: 960", "VisibilityTimeout: 46");

  private static final Duration AHEAD = Duration.ofMinutes(10);

  private static final Map<String, Duration> CLOCKS =
      Map.of(
          "CreateExportFunction",
          AHEAD.negated(),
          "GetExportFunction",
          AHEAD.negated(),
          "TranscodeFunction",
          AHEAD,
          "CleanupFunction",
          AHEAD);

  private ShortTimeoutsCloud() {}

  /** Holds the one that tests share, and its clockwork. */
  private static final class Shared {
    private static final Cloud CLOUD = startUntilTheTestsEnd();

    private static Cloud startUntilTheTestsEnd() {
      try {
        var cloud = start();
        var clockwork = FrequentSchedules.of(cloud.platform());
        Runtime.getRuntime()
            .addShutdownHook(
                new Thread(
                    () -> {
                      clockwork.close();
                      cloud.close();
                    }));
        return cloud;
      } catch (IOException | StartException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  public static Cloud shared() {
    return Shared.CLOUD;
  }

  private static Cloud start() throws IOException, StartException {
    var template = TemplateCopy.at(Cloud.ROOT.resolve("integration-tests/target/impatient.yaml"));
    for (var duration : DURATIONS.entrySet()) {
      template.edit(duration.getKey(), duration.getValue());
    }
    var settings =
        Cloud.settings().with(template.file(), Map.of("TranscodeConcurrency", "6")).with(CLOCKS);
    return Cloud.start(settings, "endpoints-impatient.json");
  }
}
