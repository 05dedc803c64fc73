package dev.shorts.emulator.faultproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.emulator.host.ChildProcesses;
import dev.shorts.emulator.lambda.FunctionProcess;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests the effect of faults on the calling process, a shell that has started a program. */
@Timeout(20)
class ProcessFaultsTest {

  private static final String CLAIM = "{'service':'rds-data','operation':'claim_job','effect':";
  private static final String STREAM = "5f6b7c9d-0000-4000-8000-000000000001";

  @TempDir private Path directory;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private ChildProcesses processes;
  private Process process;
  private TestService service;
  private TestProxies proxies;

  @BeforeEach
  void start() throws IOException {
    processes = ChildProcesses.under(directory);
    process = processes.start(new ProcessBuilder("sh", "-c", "sleep 600 & echo started; wait"));
    assertThat(process.inputReader().readLine()).isEqualTo("started");
    service = TestService.answering("fine");
    var temporary = processes.directory("tmp");
    proxies =
        TestProxies.to(
            service.url(), new FunctionProcess("Work", STREAM, processes, process, temporary));
  }

  @AfterEach
  void close() throws IOException {
    proxies.close();
    service.close();
    threads.shutdownNow();
    processes.close();
  }

  @Test
  void theCallerIsKilledWithAllThatItHasStarted() throws Exception {
    var program = process.descendants().findFirst().orElseThrow();
    int fault = proxies.fault(CLAIM + "'kill'}");

    assertThatThrownBy(this::claim).isInstanceOf(IOException.class);

    assertThat(process.isAlive()).isFalse();
    program.onExit().get(5, TimeUnit.SECONDS);
    assertThat(service.requests()).isEmpty();
    assertThat(proxies.fired(fault)).isEqualTo(1);
  }

  @Test
  void theCallerIsKilledAfterTheServiceHasResponded() throws Exception {
    proxies.fault(CLAIM + "'kill','when':'after'}");

    assertThatThrownBy(this::claim).isInstanceOf(IOException.class);

    assertThat(process.isAlive()).isFalse();
    assertThat(service.requests()).hasSize(1);
  }

  @Test
  void theCallerAndItsProgramAreFrozenUntilTheFaultIsSwitchedOff() throws Exception {
    var program = process.descendants().findFirst().orElseThrow();
    int fault = proxies.fault(CLAIM + "'freeze'}");

    var call = callUntilFired(fault);

    assertThat(state(process.pid())).startsWith("T");
    assertThat(state(program.pid())).startsWith("T");
    assertThat(service.requests()).isEmpty();
    assertThat(proxies.switchOff(fault)).isEqualTo(1);
    assertThat(call.get().body()).isEqualTo("fine");
    assertThat(state(process.pid())).doesNotStartWith("T");
  }

  @Test
  void aProcessThatIsKilledWhileFrozenMakesNoCall() throws Exception {
    int fault = proxies.fault(CLAIM + "'freeze'}");
    var call = callUntilFired(fault);

    processes.kill(process);

    assertThatThrownBy(() -> call.get(5, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    assertThat(service.requests()).isEmpty();
  }

  @Test
  void aProgramIsKilledOnceItRuns() throws Exception {
    var program = process.descendants().findFirst().orElseThrow();
    int none = proxies.fault(CLAIM + "'kill_program','program':'ffmpeg'}");
    int sleep = proxies.fault(CLAIM + "'kill_program','program':'sleep'}");

    assertThat(claim().body()).isEqualTo("fine");

    program.onExit().get(5, TimeUnit.SECONDS);
    assertThat(proxies.fired(none)).isZero();
    assertThat(proxies.fired(sleep)).isEqualTo(1);
  }

  @Test
  void theDiskIsFullForAFileThatDoesNotExistYet() throws Exception {
    var temporary = processes.directory("tmp");
    Files.createFile(temporary.resolve("there"));
    int there = proxies.fault(CLAIM + "'full_disk','file':'there'}");
    int nowhere = proxies.fault(CLAIM + "'full_disk','file':'no/folder'}");
    int fresh = proxies.fault(CLAIM + "'full_disk','file':'fresh'}");

    assertThat(claim().body()).isEqualTo("fine");

    assertThat(proxies.fired(there)).isZero();
    assertThat(proxies.fired(nowhere)).isZero();
    assertThat(proxies.fired(fresh)).isEqualTo(1);
    assertThatThrownBy(() -> Files.writeString(temporary.resolve("fresh"), "x"))
        .hasMessageContaining("No space left");
  }

  @Test
  void otherProcessesAreSparedAndADeadCallerIsIgnored() throws Exception {
    int fault = proxies.fault(CLAIM + "'freeze'}");

    assertThat(proxies.sql(statement()).body()).isEqualTo("fine");
    processes.kill(process);
    assertThat(claim().body()).isEqualTo("fine");

    assertThat(proxies.fired(fault)).isZero();
  }

  /** In the name of the process, as the SDK in it would. */
  private HttpResponse<String> claim() throws IOException, InterruptedException {
    return proxies.send(
        proxies
            .request(AwsService.RDS_DATA, "/Execute")
            .header("User-Agent", "aws-sdk-java/2 app/%s md/x".formatted(STREAM))
            .POST(BodyPublishers.ofString(statement())));
  }

  private Future<HttpResponse<String>> callUntilFired(int fault) throws Exception {
    var call = threads.submit(this::claim);
    while (proxies.fired(fault) == 0) {
      Thread.sleep(5);
    }
    return call;
  }

  private static String statement() {
    return "{\"sql\":\"SELECT * FROM claim_job(:id)\"}";
  }

  private static String state(long pid) throws IOException {
    var ps = new ProcessBuilder("ps", "-o", "state=", "-p", Long.toString(pid)).start();
    return ps.inputReader().readLine();
  }
}
