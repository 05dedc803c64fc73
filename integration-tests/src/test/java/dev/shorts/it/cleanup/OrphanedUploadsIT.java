package dev.shorts.it.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.driver.Cloud;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Uploads that nobody finished. S3's stand-in says that each has just begun: so time goes on. */
class OrphanedUploadsIT {

  private static final Duration A_DAY_AND_TWO_HOURS = Duration.ofHours(26);

  @Test
  void areAbortedWhenTheyAreTooOldAndNothingElseIs() throws Exception {
    var later = Cloud.settings().with(Map.of("CleanupFunction", A_DAY_AND_TWO_HOURS));
    try (var cloud = Cloud.start(later, "endpoints-later.json")) {
      var bucket = cloud.platform().bucket();
      bucket.beginUpload("exports/%s/%s.mp4".formatted(UUID.randomUUID(), UUID.randomUUID()));
      var other = bucket.beginUpload("exports/notes.txt");

      cloud.platform().fire("CleanupFunctionExpire");

      assertThat(bucket.uploads()).containsExactly(other);
    }
  }
}
