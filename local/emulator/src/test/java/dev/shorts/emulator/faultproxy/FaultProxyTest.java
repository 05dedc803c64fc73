package dev.shorts.emulator.faultproxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import dev.shorts.emulator.faultproxy.TestService.ReceivedRequest;
import dev.shorts.emulator.host.LoopbackServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that a proxy without faults changes nothing. */
@Timeout(20)
class FaultProxyTest {

  @Test
  void aRequestIsForwardedUnchanged() throws Exception {
    try (var service = TestService.answering("fine");
        var proxies = TestProxies.to(service.url())) {
      var target = "/bucket/a%2Fb%20c?X-Amz-Signature=1%2B2&flag&x=";

      proxies.send(
          proxies
              .request(AwsService.S3, target)
              .header("X-Twice", "one")
              .header("X-Twice", "two")
              .header("User-Agent", "aws-sdk-java app/x")
              .method("DELETE", BodyPublishers.ofString("Füße")));

      assertThat(service.requests())
          .singleElement()
          .satisfies(
              asked -> {
                assertThat(asked.method() + " " + asked.target()).isEqualTo("DELETE " + target);
                assertThat(asked.headers().get("X-Twice")).containsExactly("one", "two");
                assertThat(asked.headers().get("User-Agent")).containsExactly("aws-sdk-java app/x");
                assertThat(asked.headers().get("Host"))
                    .containsExactly(proxies.proxies().to(AwsService.S3).getAuthority());
                assertThat(asked.body()).isEqualTo("Füße".getBytes(UTF_8));
              });
    }
  }

  @Test
  void aResponseIsReturnedUnchanged() throws Exception {
    try (var service =
            new TestService(
                exchange -> {
                  exchange.getResponseHeaders().put("X-Twice", List.of("one", "two"));
                  exchange.getResponseHeaders().set("ETag", "\"5\"");
                  exchange.sendResponseHeaders(412, 4);
                  exchange.getResponseBody().write("gone".getBytes(UTF_8));
                });
        var proxies = TestProxies.to(service.url())) {
      var answer = proxies.get("x");

      assertThat(answer.statusCode()).isEqualTo(412);
      assertThat(answer.headers().allValues("x-twice")).containsExactly("one", "two");
      assertThat(answer.headers().allValues("etag")).containsExactly("\"5\"");
      assertThat(answer.headers().allValues("content-length")).containsExactly("4");
      assertThat(answer.body()).isEqualTo("gone");
    }
  }

  @Test
  void responsesWithoutABodyOrALengthStaySo() throws Exception {
    HttpHandler byPath =
        exchange -> {
          switch (exchange.getRequestURI().getPath()) {
            case "/b/none" -> exchange.sendResponseHeaders(204, -1);
            case "/b/head" -> {
              exchange.getResponseHeaders().set("Content-Length", "123");
              exchange.sendResponseHeaders(200, -1);
            }
            default -> {
              exchange.sendResponseHeaders(200, 0); // chunked
              exchange.getResponseBody().write("pieces".getBytes(UTF_8));
            }
          }
        };
    try (var service = new TestService(byPath);
        var proxies = TestProxies.to(service.url())) {
      var head = proxies.send(proxies.request(AwsService.S3, "/b/head").HEAD());
      assertThat(head.headers().firstValue("content-length")).contains("123");
      assertThat(proxies.send(proxies.request(AwsService.S3, "/b/none").DELETE()).statusCode())
          .isEqualTo(204);
      var pieces = proxies.send(proxies.request(AwsService.S3, "/b/pieces"));
      assertThat(pieces.body()).isEqualTo("pieces");
      assertThat(pieces.headers().firstValue("content-length")).isEmpty();
    }
  }

  @Test
  void anUploadIsForwardedWhileItIsStillBeingSent() throws Exception {
    var arrived = new CountDownLatch(1);
    var beginning = new byte[1 << 20];
    try (var service =
            new LoopbackServer(
                TestService.ANY_PORT,
                exchange -> {
                  exchange.getRequestBody().readNBytes(beginning.length / 2);
                  arrived.countDown();
                  TestService.answer(
                      exchange, "" + exchange.getRequestBody().readAllBytes().length);
                });
        var proxies = TestProxies.to(service.url())) {
      var slowly =
          new ByteArrayInputStream(new byte[2 * beginning.length]) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
              if (available() <= beginning.length) {
                await(arrived);
              }
              return super.read(into, offset, length);
            }
          };
      var upload = BodyPublishers.ofInputStream(() -> slowly);
      var known = BodyPublishers.fromPublisher(upload, 2L * beginning.length);

      var answer =
          proxies.send(
              proxies.request(AwsService.S3, "/bucket/key").expectContinue(true).PUT(known));

      assertThat(answer.body()).isEqualTo("" + (3 * beginning.length / 2));
    }
  }

  @Test
  void anUploadWithoutALengthArrivesWhole() throws Exception {
    try (var service = TestService.answering("");
        var proxies = TestProxies.to(service.url())) {
      var unknown =
          BodyPublishers.ofInputStream(() -> new ByteArrayInputStream("bytes".getBytes(UTF_8)));

      proxies.send(proxies.request(AwsService.S3, "/bucket/key").PUT(unknown));
      proxies.send(proxies.request(AwsService.S3, "/bucket/empty").PUT(BodyPublishers.noBody()));

      assertThat(service.requests())
          .extracting(asked -> new String(asked.body(), UTF_8))
          .containsExactly("bytes", "");
    }
  }

  @Test
  void connectionsToTheServiceAreReused() throws Exception {
    try (var service = TestService.answering("fine");
        var proxies = TestProxies.to(service.url())) {
      for (int i = 0; i < 20; i++) {
        proxies.get("x");
      }
      assertThat(service.requests().stream().map(ReceivedRequest::port).distinct()).hasSize(1);
    }
  }

  @Test
  void aServiceThatIsDownClosesTheConnection() throws Exception {
    var service = TestService.answering("fine");
    service.close();
    try (var proxies = TestProxies.to(service.url())) {
      assertThatThrownBy(() -> proxies.get("x")).isInstanceOf(IOException.class);
    }
  }

  @Test
  void closingTheProxyReleasesWaitingCallers() throws Exception {
    var asked = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var service =
            new LoopbackServer(
                TestService.ANY_PORT,
                _ -> {
                  asked.countDown();
                  await(never);
                })) {
      var proxies = TestProxies.to(service.url());
      var poll = threads.submit(() -> proxies.sqs("ReceiveMessage", "{}"));
      asked.await();

      proxies.proxies().close();

      assertThatThrownBy(() -> poll.get(5, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class);
      proxies.close();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
