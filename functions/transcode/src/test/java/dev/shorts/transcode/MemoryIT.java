package dev.shorts.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.hostile.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The largest picture of the contract, with as many pictures to keep as it may have. */
@Isolated
class MemoryIT {

  private static final Duration DEADLINE = Duration.ofMinutes(2);

  @TempDir private static Path shop;

  @TempDir private Path root;

  @BeforeAll
  static void makeSource() throws Exception {
    var options =
        "-f lavfi -i color=gray:s=8192x8192:r=8 -t 1 -pix_fmt yuv420p -c:v libx264 -preset"
            + " ultrafast -bf 3 -refs 4";
    var arguments = new ArrayList<>(List.of(options.split(" ")));
    arguments.add(shop.resolve("8k.mp4").toString());
    assertThat(Workshop.stock(arguments)).isZero();
  }

  @Test
  void isEnoughInAFunctionOfTheUsualSize() throws IOException {
    assertThat(endingWithin(3008)).isEqualTo("COMPLETED");
  }

  /** Nobody is killed, and it isn't tried again: there won't be more the next time. */
  @Test
  void isNotEnoughInASmallerOneAndTheOwnerIsTold() throws IOException {
    assertThat(endingWithin(900)).isEqualTo("TOO_COSTLY");
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  private String endingWithin(int megabytes) throws IOException {
    var sources = Files.createDirectories(root.resolve("sources"));
    Files.copy(shop.resolve("8k.mp4"), sources.resolve("cat.mov"));
    var job = HostileJob.run(root, DEADLINE, megabytes, HostileJob.claimed("0", "1"));
    assertThat(job.log()).isNotEmpty();
    return job.ending();
  }
}
