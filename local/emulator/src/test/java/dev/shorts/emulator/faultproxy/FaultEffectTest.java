package dev.shorts.emulator.faultproxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.emulator.lambda.InvocationResult.FunctionError;
import dev.shorts.emulator.lambda.InvocationResult.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests the effect of each fault on a call. */
@Timeout(20)
class FaultEffectTest {

  private static final String TEN = "0123456789";
  private static final String GET = "{'service':'s3','operation':'GetObject',";

  private TestService service;
  private TestProxies proxies;

  @BeforeEach
  void open() throws IOException {
    service =
        new TestService(
            exchange -> {
              if (exchange.getRequestURI().getPath().endsWith("/chunked")) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(TEN.getBytes(UTF_8));
              } else if (exchange.getRequestMethod().equals("PUT")) {
                exchange.sendResponseHeaders(200, -1);
              } else {
                TestService.answer(exchange, TEN);
              }
            });
    proxies = TestProxies.to(service.url());
  }

  @AfterEach
  void close() {
    proxies.close();
    service.close();
  }

  @Test
  void anErrorHasTheFormatOfItsService() throws Exception {
    proxies.fault(
        "{'service':'rds-data','operation':'get_job','effect':'answer','status':400,"
            + "'code':'DatabaseResumingException'}");
    proxies.fault(
        "{'service':'sqs','operation':'SendMessage','effect':'answer','status':403,'code':'Nope'}");
    proxies.fault(GET + "'effect':'answer','status':503,'code':'SlowDown'}");

    var sql = proxies.sql("{\"sql\":\"select * from get_job(:a)\"}");
    assertThat(sql.statusCode()).isEqualTo(400);
    assertThat(sql.headers().firstValue("x-amzn-errortype")).contains("DatabaseResumingException");
    assertThat(proxies.sqs("SendMessage", "{}").body())
        .contains("\"__type\":\"com.amazonaws.sqs#Nope\"");
    assertThat(proxies.get("x").body()).contains("<Error><Code>SlowDown</Code>");
    assertThat(service.requests()).isEmpty();
  }

  /** As a client does that reads the answer only when it has sent everything. */
  @Test
  void anErrorReachesACallerThatIsStillSending() throws Exception {
    proxies.fault(
        "{'service':'s3','operation':'PutObject','effect':'answer','status':503,'code':'SlowDown'}");
    var proxy = proxies.proxies().to(AwsService.S3);
    var upload = new byte[8 << 20];

    try (var socket = new Socket(proxy.getHost(), proxy.getPort())) {
      var head = "PUT /bucket/key HTTP/1.1\r\nHost: proxy\r\nContent-Length: %d\r\n\r\n";
      socket.getOutputStream().write(head.formatted(upload.length).getBytes(UTF_8));
      socket.getOutputStream().write(upload);

      assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8))
          .isEqualTo("HTTP/1.1 503");
    }
  }

  @Test
  void anErrorAfterwardsReplacesTheResponse() throws Exception {
    proxies.fault(GET + "'when':'after','effect':'answer','status':500,'code':'InternalError'}");

    assertThat(proxies.get("x").statusCode()).isEqualTo(500);
    assertThat(service.requests()).hasSize(1);
    assertThat(proxies.get("x").body()).isEqualTo(TEN);
  }

  @Test
  void aConnectionIsDroppedBeforeOrAfterTheServiceHasResponded() throws Exception {
    var send = "{'service':'sqs','operation':'SendMessage','effect':'drop'";
    proxies.fault(send + "}");
    assertThatThrownBy(() -> proxies.sqs("SendMessage", "{}")).isInstanceOf(IOException.class);
    assertThat(service.requests()).isEmpty();

    proxies.fault(send + ",'when':'after'}");
    assertThatThrownBy(() -> proxies.sqs("SendMessage", "{}")).isInstanceOf(IOException.class);
    assertThat(service.requests()).hasSize(1);
  }

  @Test
  void aResponseIsCutInTheMiddleWithAndWithoutALength() throws Exception {
    for (var path : new String[] {"/bucket/x", "/bucket/chunked"}) {
      proxies.fault(GET + "'effect':'cut'}");
      var answer =
          proxies
              .http()
              .send(proxies.request(AwsService.S3, path).build(), BodyHandlers.ofInputStream());
      assertThat(answer.headers().firstValue("content-length")).as(path).contains("10");
      assertThatThrownBy(() -> readTo(answer.body(), "01234"))
          .as(path)
          .isInstanceOf(IOException.class)
          .hasMessageNotContaining("instead of");
    }
  }

  private static void readTo(InputStream body, String half) throws IOException {
    var read = new StringBuilder();
    for (int i = 0; i < half.length(); i++) {
      read.append((char) body.read());
    }
    if (!read.toString().equals(half)) {
      throw new IOException(read + " instead of " + half);
    }
    body.read();
  }

  @Test
  void aResponseIsSentSlowly() throws Exception {
    proxies.fault(GET + "'effect':'slow','bytes_per_s':20}");
    long start = System.nanoTime();

    assertThat(proxies.get("x").body()).isEqualTo(TEN);

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(450));
  }

  @Test
  void aCallIsDelayedBeforeAndAfter() throws Exception {
    proxies.fault(GET + "'effect':'delay','ms':150}");
    proxies.fault(GET + "'effect':'delay','ms':150,'when':'after'}");
    long start = System.nanoTime();

    assertThat(proxies.get("x").body()).isEqualTo(TEN);

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(300));
  }

  @Test
  void anUploadIsSentTwice() throws Exception {
    proxies.fault("{'service':'s3','operation':'PutObject','effect':'repeat'}");

    var upload = BodyPublishers.ofByteArray(new byte[3 << 20]);
    var answer = proxies.send(proxies.request(AwsService.S3, "/bucket/key").PUT(upload));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(service.requests())
        .extracting(asked -> asked.body().length)
        .containsExactly(3 << 20, 3 << 20);
  }

  @Test
  void aMessageGetsADeliveryDelay() throws Exception {
    proxies.fault("{'service':'sqs','operation':'SendMessage','effect':'postpone','s':7}");

    proxies.sqs("SendMessage", "{\"MessageBody\":\"x\"}");

    assertThat(JsonCodec.map(service.requests().getFirst().body()))
        .containsEntry("MessageBody", "x")
        .containsEntry("DelaySeconds", 7);
  }

  @Test
  void anInvocationIsThrottledDroppedOrDelayed() throws Exception {
    var function = proxies.proxies().to("Work", Payload::new);
    proxies.fault("{'service':'lambda','operation':'Work','effect':'throttle'}");
    proxies.fault("{'service':'lambda','operation':'Work','effect':'drop'}");
    proxies.fault("{'service':'lambda','operation':'Work','effect':'delay','ms':100}");
    byte[] event = "{}".getBytes(UTF_8);

    assertThat(function.invoke(event))
        .isEqualTo(new FunctionError("TooManyRequestsException", "Rate Exceeded."));
    assertThat(function.invoke(event))
        .isEqualTo(new FunctionError("ServiceException", "The connection was lost."));
    long start = System.nanoTime();
    assertThat(function.invoke(event)).isEqualTo(new Payload(event));
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(100));
  }
}
