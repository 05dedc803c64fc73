package dev.shorts.transcode.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.transcode.problem.SourceException;
import dev.shorts.transcode.problem.SourceProblem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RangeServerTest {

  private static final int MEBIBYTE = 1 << 20;

  @TempDir private Path folder;

  private final Store store = new Store(20 * MEBIBYTE);
  private final HttpClient client = HttpClient.newHttpClient();
  private RangeServer server;

  @BeforeEach
  void start() {
    server = server(store, store.content.length);
  }

  @AfterEach
  void close() {
    server.close();
    client.close();
  }

  @Test
  void wholeSourceIsServed() throws Exception {
    var answer = get("GET", server.address());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(store.content);
    assertThat(server.bytesRead()).isEqualTo(store.content.length);
  }

  @Test
  void rangeIsServed() throws Exception {
    var answer = get("GET", server.address(), "Range", "bytes=1000-1999");

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.headers().firstValue("Content-Range")).contains("bytes 1000-1999/20971520");
    assertThat(answer.body()).isEqualTo(store.part(new ByteRange(1000, 1999)));
  }

  @Test
  void openEndedRangeIsServed() throws Exception {
    var answer = get("GET", server.address(), "Range", "bytes=20971510-");

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo(store.part(new ByteRange(20971510, 20971519)));
  }

  @Test
  void rangeAfterTheEndIsAnswered416() throws Exception {
    var answer = get("GET", server.address(), "Range", "bytes=20971520-");

    assertThat(answer.statusCode()).isEqualTo(416);
    assertThat(answer.headers().firstValue("Content-Range")).contains("bytes */20971520");
  }

  @Test
  void headReturnsTheSizeWithoutReading() throws Exception {
    var answer = get("HEAD", server.address());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Length")).contains("20971520");
    assertThat(answer.headers().firstValue("Accept-Ranges")).contains("bytes");
    assertThat(store.reads).isEmpty();
  }

  @Test
  void otherPathsAndMethodsAreRejected() throws Exception {
    assertThat(get("GET", server.address().resolve("/other")).statusCode()).isEqualTo(404);
    assertThat(get("GET", server.address().resolve("/")).statusCode()).isEqualTo(404);
    assertThat(get("DELETE", server.address()).statusCode()).isEqualTo(405);
    assertThat(store.reads).isEmpty();
  }

  @Test
  void fetchingStopsWhenTheClientDisconnects() throws Exception {
    try (var reader = new Socket("127.0.0.1", server.address().getPort())) {
      reader.getOutputStream().write("GET /secret HTTP/1.1\r\nHost: x\r\n\r\n".getBytes());
      assertThat(reader.getInputStream().readNBytes(1000)).hasSize(1000);
    }

    assertThat(get("GET", server.address(), "Range", "bytes=0-9").body()).hasSize(10);
    assertThatCode(server::throwReadError).doesNotThrowAnyException();
  }

  @Test
  void longRangeIsAnsweredInPartAfterASeek() throws Exception {
    var answer = get("GET", server.address(), "Range", "bytes=1000-9999999");

    assertThat(answer.headers().firstValue("Content-Range")).contains("bytes 1000-32767/20971520");
    assertThat(answer.body()).isEqualTo(store.part(new ByteRange(1000, 32_767)));
    assertThat(store.reads).containsExactly(new ByteRange(0, 32_767));
  }

  @Test
  void readErrorIsKept() {
    var gone = new SourceException(SourceProblem.GONE, "read", "status 404");
    SourceReader.Ranges ranges =
        (_, _) -> {
          throw gone;
        };
    try (var broken = server(ranges, 100)) {
      assertThatThrownBy(() -> get("GET", broken.address())).isInstanceOf(IOException.class);

      assertThatThrownBy(broken::throwReadError).isSameAs(gone);
    }
  }

  @Test
  void closedServerAcceptsNoConnections() {
    server.close();

    assertThatThrownBy(() -> get("GET", server.address())).isInstanceOf(ConnectException.class);
  }

  private RangeServer server(SourceReader.Ranges ranges, long size) {
    return new RangeServer(
        SourceReader.of(ranges, size, folder.resolve("source"), InstantSource.system()),
        size,
        "secret");
  }

  private HttpResponse<byte[]> get(String method, URI address, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }
}
