package dev.shorts.transcode.source;

import static dev.shorts.transcode.source.BlockFile.BLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.shorts.aws.HttpClient;
import dev.shorts.transcode.problem.SourceException;
import dev.shorts.transcode.problem.SourceProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The client that is deployed, with a store that answers badly. */
class StoreOverHttpTest {

  private static final int BLOCKS = 100;

  @TempDir private Path folder;

  private final Store content = new Store(BLOCKS * BLOCK);
  private final Queue<Answer> next = new ConcurrentLinkedQueue<>();
  private final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final SdkHttpClient http = HttpClient.create();
  private HttpServer server;
  private S3Client s3;
  private SourceReader reader;

  private interface Answer {
    void send(HttpExchange exchange, byte[] part) throws IOException, InterruptedException;
  }

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    s3 =
        S3Client.builder()
            .httpClient(http)
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .forcePathStyle(true)
            .overrideConfiguration(client -> client.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
    var source = new SourceObject(s3, "sources", "cat.mov", "\"1\"", content.content.length);
    var retries = new Retries(4, Duration.ofMillis(500), Duration.ofMillis(10), Thread::sleep);
    var file = new BlockFile(folder.resolve("source"), BLOCKS, 10);
    reader =
        new SourceReader(
            new Blocks(source::read, source.size()), file, retries, InstantSource.system());
  }

  @AfterEach
  void stop() {
    reader.close();
    s3.close();
    http.close();
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void connectionsAreReused() throws IOException {
    assertReads(0, BLOCKS * BLOCK - 1);

    assertThat(connections).hasSizeLessThanOrEqualTo(1 + BlockCache.AHEAD);
  }

  @Test
  void requestWithoutAnyResponseIsAbandoned() throws IOException {
    next.add((_, _) -> end.await());

    assertReads(0, 9);
  }

  @Test
  void responseThatStallsIsAbandoned() throws IOException {
    next.add(
        (exchange, part) -> {
          exchange.sendResponseHeaders(206, part.length);
          exchange.getResponseBody().write(part, 0, part.length / 2);
          exchange.getResponseBody().flush();
          end.await();
        });

    assertReads(0, 9);
    reader.close();
    assertThat(connections).hasSize(2);
  }

  @Test
  void closedConnectionIsRetried() throws IOException {
    next.add(
        (exchange, part) -> {
          exchange.sendResponseHeaders(206, part.length);
          exchange.getResponseBody().write(part, 0, part.length / 2);
        });
    next.add((_, _) -> {});

    assertReads(0, 9);
  }

  @Test
  void throttledRequestIsRetried() throws IOException {
    next.add((exchange, _) -> exchange.sendResponseHeaders(503, -1));
    next.add((exchange, _) -> exchange.sendResponseHeaders(500, -1));

    assertReads(0, 9);
  }

  @Test
  void replacedSourceIsReportedAsChanged() {
    next.add((exchange, _) -> exchange.sendResponseHeaders(412, -1));

    assertThatThrownBy(() -> assertReads(0, 9))
        .isInstanceOfSatisfying(
            SourceException.class, e -> assertThat(e.problem()).isEqualTo(SourceProblem.CHANGED));
  }

  private void assertReads(long first, long last) throws IOException {
    var out = new ByteArrayOutputStream();
    reader.copy(new ByteRange(first, last), out);
    assertThat(out.toByteArray()).isEqualTo(content.part(new ByteRange(first, last)));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      connections.add(exchange.getRemoteAddress());
      var range =
          exchange.getRequestHeaders().getFirst("Range").replaceAll("bytes=", "").split("-");
      var part = content.part(new ByteRange(Long.parseLong(range[0]), Long.parseLong(range[1])));
      var answer = next.poll();
      if (answer == null) {
        exchange.sendResponseHeaders(206, part.length);
        exchange.getResponseBody().write(part);
      } else {
        answer.send(exchange, part);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
