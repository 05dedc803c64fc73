package dev.shorts.emulator.faultproxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.emulator.faultproxy.Fault.Moment;
import dev.shorts.emulator.host.JsonCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests which calls a fault hits, and how often. */
@Timeout(20)
class ActiveFaultsTest {

  private static final String SAM = "11111111-0000-4000-8000-000000000001";
  private static final String KIM = "2222abcd-0000-4000-8000-000000000002";
  private static final String TEAPOT =
      "{'service':'s3','operation':'GetObject','effect':'answer','status':418,'code':'Teapot'";

  private TestService service;
  private TestProxies proxies;

  @BeforeEach
  void open() throws IOException {
    service = TestService.answering("fine");
    proxies = TestProxies.to(service.url());
  }

  @AfterEach
  void close() {
    proxies.close();
    service.close();
  }

  @Test
  void aFaultSkipsAndHitsTheConfiguredNumbersOfCalls() throws Exception {
    int fault = proxies.fault(TEAPOT + ",'skip':1,'times':2}");

    assertThat(statuses(SAM, SAM, SAM, SAM)).containsExactly(200, 418, 418, 200);
    assertThat(proxies.fired(fault)).isEqualTo(2);
  }

  @Test
  void aFaultHitsTheConfiguredNumberOfConcurrentCalls() throws Exception {
    var words = TEAPOT.replace('\'', '"') + ",\"skip\":500,\"times\":20000}";
    var fault = Fault.of(new FaultJson(JsonCodec.map(words)), AwsService::operations);
    var faults = new ActiveFaults();
    int id = faults.add(fault);
    var call = new Call(AwsService.S3, "GetObject", Optional.empty(), Set.of());
    Callable<Long> calls =
        () ->
            IntStream.range(0, 10_000)
                .filter(_ -> faults.apply(call, Moment.BEFORE).isPresent())
                .count();

    long hit = 0;
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var count : threads.invokeAll(Collections.nCopies(4, calls))) {
        hit += count.get();
      }
    }

    assertThat(hit).isEqualTo(20_000);
    assertThat(faults.fired(id)).contains(20_000);
  }

  @Test
  void aFaultForAnIdSparesOtherIds() throws Exception {
    proxies.fault(TEAPOT + ",'times':9,'about':'" + KIM.toUpperCase() + "'}");

    assertThat(statuses(SAM, KIM, SAM)).containsExactly(200, 418, 200);
  }

  @Test
  void aFaultSparesOtherOperations() throws Exception {
    int fault = proxies.fault(TEAPOT.replace("GetObject", "HeadObject") + "}");

    assertThat(statuses(SAM)).containsExactly(200);
    assertThat(proxies.fired(fault)).isZero();
  }

  @Test
  void theOlderOfTwoFaultsAppliesFirst() throws Exception {
    proxies.fault(TEAPOT + "}");
    proxies.fault(TEAPOT.replace("418", "419") + "}");

    assertThat(statuses(SAM, SAM, SAM)).containsExactly(418, 419, 200);
  }

  @Test
  void aFaultThatIsSwitchedOffNoLongerApplies() throws Exception {
    int fault = proxies.fault(TEAPOT + ",'times':9}");

    assertThat(statuses(SAM)).containsExactly(418);
    assertThat(proxies.switchOff(fault)).isEqualTo(1);
    assertThat(statuses(SAM)).containsExactly(200);
  }

  private List<Integer> statuses(String... ids) throws Exception {
    var statuses = new ArrayList<Integer>();
    for (var id : ids) {
      statuses.add(proxies.get(id).statusCode());
    }
    return statuses;
  }
}
