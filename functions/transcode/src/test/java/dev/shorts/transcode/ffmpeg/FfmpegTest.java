package dev.shorts.transcode.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.shorts.transcode.ffmpeg.Ffmpeg.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegTest {

  @TempDir private Path folder;

  private final List<Integer> frames = new CopyOnWriteArrayList<>();

  @Test
  void numberOfFramesIsReported() throws Exception {
    assertThat(
            run("printf 'frame=12\\nfps=1\\nframe=N/A\\nframe=  7\\nframe=300\\nprogress=end\\n'"))
        .isEqualTo(new Result.Encoded(List.of()));
    assertThat(frames).containsExactly(12, 300);
  }

  @Test
  void callbackCanStopTheEncode() throws Exception {
    assertThat(run("echo frame=12; echo frame=13; exec sleep 100")).isEqualTo(new Result.Stopped());
  }

  @Test
  void errorExitMeansTheSourceFailed() throws Exception {
    assertThat(run("echo 'Invalid data found' >&2; exit 183"))
        .isEqualTo(new Result.SourceFailed(new ErrorTail(183, List.of("Invalid data found"))));
  }

  @Test
  void fullDiskMeansTheMachineFailed() throws Exception {
    assertThat(run("echo 'av_interleaved_write_frame(): No space left on device' >&2; exit 228"))
        .isInstanceOf(Result.MachineFailed.class);
  }

  @Test
  void killedProcessMeansTheMachineFailed() throws Exception {
    assertThat(run("kill -9 $$")).isInstanceOf(Result.MachineFailed.class);
  }

  @Test
  void programsAreFoundOnThePath() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Binaries.on("/nowhere:" + folder))
        .withMessage("no ffmpeg on the path /nowhere:" + folder);
  }

  private boolean told(int frame) {
    frames.add(frame);
    return frame == 13;
  }

  private Result run(String script) throws InterruptedException {
    return new FakePrograms(folder)
        .ffmpeg(script)
        .ffprobe("")
        .binaries()
        .ffmpeg()
        .run(List.of(), folder, folder.resolve("frames.log"), Duration.ofSeconds(60), this::told);
  }
}
