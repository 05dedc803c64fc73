package dev.shorts.it.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.driver.Bucket;
import dev.shorts.it.driver.Cloud;
import dev.shorts.it.driver.Platform;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files to which no export leads: their own age decides. */
@Tag("embedded") // no S3 lets a file be made older
class OrphanedFilesIT {

  private static final Duration OLD = Duration.ofHours(26);
  private static final Duration NOT_YET = Duration.ofHours(24);

  private final Platform platform = Cloud.shared().platform();
  private final Bucket bucket = platform.bucket();
  private final String ours = "exports/%s/".formatted(UUID.randomUUID());

  @AfterEach
  void tidyUp() {
    bucket.keys(ours).forEach(bucket::delete);
  }

  @Test
  void whatIsTooOldToBeOfAnExportGoesAndNothingElse() {
    var old = stored(ours + UUID.randomUUID() + ".mp4", OLD);
    var young = stored(ours + UUID.randomUUID() + ".mp4", NOT_YET);
    var noExport = stored(ours + "notes.txt", OLD);
    var alike = stored(ours + UUID.randomUUID() + ".mp4.bak", OLD);
    var video = stored("videos/%s.mp4".formatted(UUID.randomUUID()), OLD);

    platform.fire("CleanupFunctionExpire");

    assertThat(bucket.keys(ours)).doesNotContain(old).contains(young, noExport, alike);
    assertThat(bucket.head(video)).isPresent();
  }

  private String stored(String key, Duration age) {
    bucket.put(key, Cloud.ROOT.resolve("README.md"));
    platform.age(key, age);
    return key;
  }
}
