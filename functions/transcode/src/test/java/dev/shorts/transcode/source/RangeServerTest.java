package dev.shorts.transcode.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RangeServerTest {

  private static final int MEBIBYTE = 1 << 20;

  private final byte[] content = new byte[20 * MEBIBYTE];
  private final List<String> reads = new CopyOnWriteArrayList<>();
  private final RangeServer server =
      new RangeServer(new SourceReader(this::read), content.length, "secret");
  private final HttpClient client = HttpClient.newHttpClient();

  RangeServerTest() {
    new Random(1).nextBytes(content);
  }

  @AfterEach
  void close() {
    server.close();
    client.close();
  }

  private InputStream read(long first, long last) {
    reads.add(first + "-" + last);
    return new ByteArrayInputStream(Arrays.copyOfRange(content, (int) first, (int) last + 1));
  }

  @Test
  void showsTheWholeInBoundedChunks() throws Exception {
    var answer = get("GET", server.address());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(content);
    assertThat(reads).containsExactly("0-8388607", "8388608-16777215", "16777216-20971519");
    assertThat(server.bytesRead()).isEqualTo(content.length);
  }

  @Test
  void showsARange() throws Exception {
    var answer = get("GET", server.address(), "Range", "bytes=1000-1999");

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.headers().firstValue("Content-Range")).contains("bytes 1000-1999/20971520");
    assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(content, 1000, 2000));
  }

  @Test
  void showsAnOpenEndedRange() throws Exception {
    var answer = get("GET", server.address(), "Range", "bytes=20971510-");

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(content, 20971510, 20971520));
  }

  @Test
  void refusesARangeBehindTheEnd() throws Exception {
    var answer = get("GET", server.address(), "Range", "bytes=20971520-");

    assertThat(answer.statusCode()).isEqualTo(416);
    assertThat(answer.headers().firstValue("Content-Range")).contains("bytes */20971520");
  }

  @Test
  void tellsItsSizeWithoutReading() throws Exception {
    var answer = get("HEAD", server.address());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Length")).contains("20971520");
    assertThat(answer.headers().firstValue("Accept-Ranges")).contains("bytes");
    assertThat(reads).isEmpty();
  }

  @Test
  void answersOnlyToWhoKnowsThePathAndOnlyReads() throws Exception {
    assertThat(get("GET", server.address().resolve("/other")).statusCode()).isEqualTo(404);
    assertThat(get("GET", server.address().resolve("/")).statusCode()).isEqualTo(404);
    assertThat(get("DELETE", server.address()).statusCode()).isEqualTo(405);
    assertThat(reads).isEmpty();
  }

  @Test
  void stopsFetchingForAReaderThatIsGone() throws Exception {
    try (var reader = new Socket("127.0.0.1", server.address().getPort())) {
      reader.getOutputStream().write("GET /secret HTTP/1.1\r\nHost: x\r\n\r\n".getBytes());
      assertThat(reader.getInputStream().readNBytes(1000)).hasSize(1000);
    }

    assertThat(get("GET", server.address(), "Range", "bytes=0-9").body()).hasSize(10);
    assertThatCode(server::throwFailure).doesNotThrowAnyException();
  }

  @Test
  void remembersWhyTheSourceCouldNotBeRead() throws Exception {
    var gone = new SourceException(SourceProblem.GONE, "read", "status 404");
    try (var broken =
        broken(
            (_, _) -> {
              throw gone;
            })) {
      assertThatThrownBy(() -> get("GET", broken.address())).isInstanceOf(IOException.class);

      assertThatThrownBy(broken::throwFailure).isSameAs(gone);
    }
  }

  @Test
  void remembersAStoreThatSendsTooLittle() throws Exception {
    try (var broken = broken((_, _) -> new ByteArrayInputStream(new byte[10]))) {
      assertThatThrownBy(() -> get("GET", broken.address())).isInstanceOf(IOException.class);

      assertThatThrownBy(broken::throwFailure).isInstanceOf(UncheckedIOException.class);
    }
  }

  @Test
  void isGoneWhenClosed() {
    server.close();

    assertThatThrownBy(() -> get("GET", server.address())).isInstanceOf(ConnectException.class);
  }

  private static RangeServer broken(SourceReader.Ranges ranges) {
    return new RangeServer(new SourceReader(ranges), 100, "secret");
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
