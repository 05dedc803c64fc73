package dev.shorts.transcode.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The longest scenes that there are show every frame of theirs, up to the last. */
class LongScenesIT {

  private static final String CHEAP = "-pix_fmt yuv420p -c:v libx264 -preset ultrafast -g 60";

  @TempDir private Path root;

  @WholeRun
  @Test
  void threeMinutesOfTelevisionShowAllFrames() throws IOException {
    var source = new NumberedSource(root.resolve("tv.mp4")).make(10_900, "60000/1001", CHEAP);
    assertThat(source.scene("1.001", "181.001"))
        .isEqualTo(ShortFrames.of("60000/1001", "60-10848"));
  }

  @WholeRun
  @Test
  void threeMinutesOfFilmShowAllFrames() throws IOException {
    var source = new NumberedSource(root.resolve("film.mp4")).make(4400, "24000/1001", CHEAP);
    assertThat(source.scene("1.001", "181.001")).isEqualTo(ShortFrames.of("24000/1001", "24-4338"));
  }
}
