package dev.shorts.transcode.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.shorts.transcode.ffmpeg.ChildProgram.Exit;
import dev.shorts.transcode.ffmpeg.ChildProgram.Exit.Done;
import dev.shorts.transcode.ffmpeg.ChildProgram.Exit.Failed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The layer's launcher, with a shell in the place of FFmpeg. */
@Isolated
class LimitLauncherIT {

  private static final Path LIMITED =
      Path.of("../../layers/ffmpeg/target/layer/bin/limited").toAbsolutePath();
  private static final long MEMORY = 64 << 20;
  private static final long FILE = 1 << 20;
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private final AtomicReference<String> output = new AtomicReference<>("");

  @ParameterizedTest
  @CsvSource({
    "Max data size, 67108864",
    "Max file size, 1048576",
    "Max open files, 32",
    "Max stack size, 2097152",
    "Max core file size, 0"
  })
  void setsALimitThatCantBeLifted(String name, String limit) throws Exception {
    assertThat(run("exec cat /proc/self/limits")).isEqualTo(new Done(List.of()));
    assertThat(output.get().lines())
        .anyMatch(line -> line.matches(name + " +" + limit + " +" + limit + " +(bytes|files) *"));
  }

  @Test
  void limitsTheProcessorTimeByTheTimeThereIs() throws Exception {
    int seconds = (60 + 5) * Runtime.getRuntime().availableProcessors();

    assertThat(run("ulimit -t")).isEqualTo(new Done(List.of()));
    assertThat(output).hasValue(seconds + "\n");
  }

  @Test
  void leavesNothingOpenAndNoWayToMorePrivileges() throws Exception {
    assertThat(run("echo /proc/$$/fd/*; exec grep NoNewPrivs /proc/self/status"))
        .isEqualTo(new Done(List.of()));
    assertThat(output.get().replaceAll("/proc/\\d+/fd/", ""))
        .isEqualTo("0 1 2 3\nNoNewPrivs:\t1\n"); // 3 is how the shell reads that folder
  }

  @Test
  void isWhatTheKernelEndsFirstWhenMemoryRunsOut() throws Exception {
    assertThat(run("exec cat /proc/self/oom_score_adj")).isEqualTo(new Done(List.of()));
    assertThat(output).hasValue("1000\n");
  }

  @Test
  void endsAProgramThatWritesTooMuch() throws Exception {
    var file = folder.resolve("large");
    var ending = run("exec dd if=/dev/zero bs=65536 count=32 of=" + file);

    assertThat(ending).isInstanceOf(Failed.class);
    assertThat(file).hasSize(FILE);
  }

  @Test
  void refusesMoreMemory() throws Exception {
    assertThat(run("exec dd if=/dev/zero of=/dev/null count=1 bs=" + 2 * MEMORY))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.errors().toString()).contains("memory"));
  }

  /** A shell starts the launcher as we do, and dies as a killed function does. */
  @Test
  void leavesNothingBehindWhenWhoeverStartedItDies() throws Exception {
    var script = "%s $$ 67108864 0 60 /bin/sh -c 'echo $$; exec sleep 60' & wait";
    var shell = new ProcessBuilder("/bin/sh", "-c", script.formatted(LIMITED)).start();
    var child = ProcessHandle.of(Long.parseLong(shell.inputReader().readLine())).orElseThrow();

    shell.destroyForcibly();

    assertThat(child.onExit()).succeedsWithin(LONG);
  }

  @Test
  void runsNothingForAParentThatIsGone() throws Exception {
    var launched =
        new ProcessBuilder(LIMITED.toString(), "1", "67108864", "0", "60", "/bin/echo", "alive")
            .start();

    assertThat(launched.inputReader().readAllAsString()).isEmpty();
    assertThat(launched.waitFor()).isEqualTo(126);
  }

  @Test
  void saysWhatItCantRun() {
    assertThatIllegalStateException()
        .isThrownBy(() -> program("/no/such").run(List.of(), folder, LONG, _ -> false))
        .withMessage("exit 126: limited: /no/such: No such file or directory");
  }

  private Exit run(String script) throws InterruptedException {
    return program("/bin/sh")
        .run(List.of("-c", script), folder, LONG, stdout -> keep(stdout, output));
  }

  private static boolean keep(InputStream stdout, AtomicReference<String> output)
      throws IOException {
    output.set(new String(stdout.readAllBytes()));
    return false;
  }

  private static ChildProgram program(String file) {
    return new ChildProgram(new LimitLauncher(LIMITED, MEMORY, FILE), Path.of(file));
  }
}
