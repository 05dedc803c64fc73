package dev.shorts.emulator.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SchedulerTest {

  private static final InetSocketAddress ANY_PORT = new InetSocketAddress("127.0.0.1", 0);
  private static final Rate HOURLY = new Rate(Duration.ofHours(1));

  @Test
  void aRuleFiresAtItsRate() throws Exception {
    var fired = new CountDownLatch(3);
    var rule =
        new Rule(
            "Often",
            new Rate(Duration.ofMillis(20)),
            () -> {
              fired.countDown();
              throw new IllegalStateException("which stops nobody");
            });

    try (var scheduler = new Scheduler(ANY_PORT, List.of(rule))) {
      scheduler.startClock();

      assertThat(fired.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aRuleFiresWhenItsUrlIsRequested() throws Exception {
    var rules =
        List.of(
            new Rule("Sweep", HOURLY, () -> "swept".getBytes(UTF_8)),
            new Rule(
                "Broken",
                HOURLY,
                () -> {
                  throw new IllegalStateException("no database");
                }));
    try (var scheduler = new Scheduler(ANY_PORT, rules)) {
      assertThat(post(scheduler.urls().get("Sweep")))
          .returns(200, HttpResponse::statusCode)
          .returns("swept", HttpResponse::body);
      assertThat(post(scheduler.urls().get("Broken")))
          .returns(502, HttpResponse::statusCode)
          .returns("no database", HttpResponse::body);
      assertThat(post(scheduler.urls().get("Sweep").resolve("/Nothing")).statusCode())
          .isEqualTo(404);
    }
  }

  private static HttpResponse<String> post(URI url) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(url).POST(BodyPublishers.noBody()).build(),
          BodyHandlers.ofString());
    }
  }
}
