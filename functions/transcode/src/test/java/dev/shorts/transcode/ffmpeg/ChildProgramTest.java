package dev.shorts.transcode.ffmpeg;

import static dev.shorts.transcode.ffmpeg.CommandPrefix.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.shorts.transcode.ffmpeg.ChildProgram.Exit;
import dev.shorts.transcode.ffmpeg.ChildProgram.Exit.Done;
import dev.shorts.transcode.ffmpeg.ChildProgram.Exit.Failed;
import dev.shorts.transcode.ffmpeg.ChildProgram.Exit.TimedOut;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ChildProgramTest {

  private static final Path ROOT = Path.of("/");
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(200);

  private final AtomicReference<String> output = new AtomicReference<>("");

  @Test
  void programRunsInTheGivenDirectory() throws Exception {
    assertThat(run("pwd", LONG)).isEqualTo(new Done(List.of()));
    assertThat(output).hasValue("/\n");
  }

  @Test
  void outputIsPassedToTheReader() throws Exception {
    assertThat(run("echo 'hello'", LONG)).isEqualTo(new Done(List.of()));
    assertThat(output).hasValue("hello\n");
  }

  @Test
  void errorLinesOfAFailureAreKept() throws Exception {
    assertThat(run("echo 'moov atom not found' >&2; exit 183", LONG))
        .isEqualTo(new Failed(new ErrorTail(183, List.of("moov atom not found"))));
  }

  @Test
  void errorLinesAreBoundedInNumberAndLength() throws Exception {
    var ending =
        (Failed) run("for i in $(seq 50); do printf '%d%0900d\\r' $i 0 >&2; done; exit 1", LONG);

    assertThat(ending.errors().lines()).hasSize(20).allMatch(line -> line.length() == 500);
    assertThat(ending.errors().lines().get(9)).startsWith("100");
    assertThat(ending.errors().lines().get(10)).startsWith("410");
  }

  @Test
  void programThatCantBeExecutedThrows() {
    assertThatIllegalStateException()
        .isThrownBy(
            () -> run("echo 'limited: setrlimit: Operation not permitted' >&2; exit 126", LONG))
        .withMessage("exit 126: limited: setrlimit: Operation not permitted");
  }

  @Test
  void virtualThreadsAreRejected() throws Exception {
    var thrown = new CompletableFuture<Throwable>();
    Thread.ofVirtual()
        .start(() -> thrown.complete(catchThrowable(() -> run("exit 0", LONG))))
        .join();

    assertThat(thrown).isCompletedWithValueMatching(IllegalStateException.class::isInstance);
  }

  @Test
  void runIsKilledAfterItsTimeout() throws Exception {
    assertThat(run("exec sleep 60", SHORT)).isEqualTo(new TimedOut(SHORT));
  }

  @Test
  void runIsKilledOnInterruption() throws Exception {
    var pid = new CompletableFuture<Long>();
    var worker =
        Thread.ofPlatform()
            .start(
                () ->
                    assertThatExceptionOfType(InterruptedException.class)
                        .isThrownBy(
                            () ->
                                shell()
                                    .run(
                                        List.of("-c", "echo $$; exec sleep 60"),
                                        ROOT,
                                        LONG,
                                        stdout -> {
                                          var line = new StringBuilder();
                                          for (int c = stdout.read();
                                              c != '\n';
                                              c = stdout.read()) {
                                            line.append((char) c);
                                          }
                                          pid.complete(Long.valueOf(line.toString()));
                                          stdout.readAllBytes();
                                          return false;
                                        })));
    long id = pid.get();

    worker.interrupt();
    worker.join();

    ProcessHandle.of(id).ifPresent(killed -> killed.onExit().join());
    assertThat(ProcessHandle.of(id).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void programGetsNoEnvironmentAndNoInput() throws Exception {
    // A shell sets these for itself.
    assertThat(run("env | grep -v -E '^(PWD|SHLVL|_|OLDPWD)='; cat", LONG))
        .isEqualTo(new Done(List.of()));
    assertThat(output).hasValue("");
  }

  @Test
  void missingProgramThrows() {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(
            () ->
                new ChildProgram(NONE, Path.of("/no/such")).run(List.of(), ROOT, LONG, _ -> false));
  }

  @Test
  void errorInTheOutputReaderIsThrown() {
    var script = List.of("-c", "echo x; exec sleep 100");

    assertThatIllegalStateException()
        .isThrownBy(() -> shell().run(script, ROOT, LONG, _ -> Integer.parseInt("x") == 0))
        .withMessageContaining("NumberFormatException");
  }

  @Test
  void programIsKilledWhenEnoughWasRead() throws Exception {
    var ending =
        shell()
            .run(List.of("-c", "echo enough; exec sleep 100"), ROOT, LONG, it -> it.read() == 'e');

    assertThat(ending).isEqualTo(new Exit.Stopped());
  }

  /** Repeated, since which thread is told first is chance. */
  @RepeatedTest(20)
  void isStoppedEvenIfItEndsBeforeItsOutputIsRead() throws Exception {
    var ending =
        shell().run(List.of("-c", "echo $$"), ROOT, LONG, ChildProgramTest::readAfterTheEnd);

    assertThat(ending).isEqualTo(new Exit.Stopped());
  }

  private static boolean readAfterTheEnd(InputStream stdout) throws IOException {
    long id = Long.parseLong(new String(stdout.readAllBytes()).strip());
    ProcessHandle.of(id).ifPresent(ended -> ended.onExit().join());
    return true;
  }

  private Exit run(String script, Duration limit) throws InterruptedException {
    return shell().run(List.of("-c", script), ROOT, limit, stdout -> keep(stdout, output));
  }

  private static boolean keep(InputStream stdout, AtomicReference<String> output)
      throws IOException {
    output.set(new String(stdout.readAllBytes()));
    return false;
  }

  private static ChildProgram shell() {
    return new ChildProgram(NONE, Path.of("/bin/sh"));
  }
}
