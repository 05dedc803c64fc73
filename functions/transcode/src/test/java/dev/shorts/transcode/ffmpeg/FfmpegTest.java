package dev.shorts.transcode.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.shorts.export.Quality;
import dev.shorts.transcode.encode.FfmpegCommand;
import dev.shorts.transcode.ffmpeg.Ffmpeg.Result;
import dev.shorts.transcode.plan.EncoderPreset;
import dev.shorts.transcode.plan.Plan;
import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.search.TrimWindow;
import dev.shorts.transcode.timeline.Timelines;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegTest {

  private static final Plan PLAN =
      new Plan(
          new TrimWindow(Optional.empty(), BigDecimal.ZERO),
          0,
          Timelines.table(Rational.of(30), 300),
          "null",
          Optional.empty(),
          24_000_000,
          0,
          Quality.HIGH,
          Optional.empty(),
          Optional.empty());

  @TempDir private Path folder;

  private final List<Integer> frames = new CopyOnWriteArrayList<>();

  @Test
  void tellsHowManyFramesThereAre() throws Exception {
    assertThat(
            run("printf 'frame=12\\nfps=1\\nframe=N/A\\nframe=  7\\nframe=300\\nprogress=end\\n'"))
        .isEqualTo(new Result.Encoded(List.of()));
    assertThat(frames).containsExactly(12, 300);
  }

  @Test
  void isEndedWhereSomebodyWhoIsToldOfItsFramesAsksForIt() throws Exception {
    assertThat(run("echo frame=12; echo frame=13; exec sleep 100")).isEqualTo(new Result.Stopped());
  }

  @Test
  void blamesTheSourceForWhatFfmpegSays() throws Exception {
    assertThat(run("echo 'Invalid data found' >&2; exit 183"))
        .isEqualTo(new Result.SourceFailed(new ErrorTail(183, List.of("Invalid data found"))));
  }

  @Test
  void blamesTheMachineForAFullDisk() throws Exception {
    assertThat(run("echo 'av_interleaved_write_frame(): No space left on device' >&2; exit 228"))
        .isInstanceOf(Result.MachineFailed.class);
  }

  @Test
  void blamesTheMachineForAKill() throws Exception {
    assertThat(run("kill -9 $$")).isInstanceOf(Result.MachineFailed.class);
  }

  @Test
  void isLookedForOnThePath() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Binaries.on("/nowhere:" + folder))
        .withMessage("no ffmpeg on the path /nowhere:" + folder);
  }

  private boolean told(int frame) {
    frames.add(frame);
    return frame == 13;
  }

  private Result run(String script) throws InterruptedException {
    var command =
        new FfmpegCommand(
            URI.create("http://127.0.0.1:1/x"),
            PLAN,
            EncoderPreset.USUAL,
            1,
            folder.resolve("x.mp4"));
    return new FakePrograms(folder)
        .ffmpeg(script)
        .ffprobe("")
        .binaries()
        .ffmpeg()
        .run(command, Duration.ofSeconds(60), this::told);
  }
}
