package dev.shorts.transcode.source;

import static dev.shorts.transcode.source.BlockFile.BLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server holds while it runs, and that it holds nothing afterwards. */
class RangeServerBoundsTest {

  private static final int MEBIBYTE = 1 << 20;

  /** Loopback sockets hold some 6 MiB at most. */
  private static final int SOCKETS = 8 * MEBIBYTE;

  @TempDir private Path folder;

  private final Store store = new Store(100 * MEBIBYTE);
  private final List<Socket> clients = new ArrayList<>();
  private RangeServer server;

  @BeforeEach
  void start() {
    var reader =
        SourceReader.of(
            store, store.content.length, folder.resolve("source"), InstantSource.system());
    server = new RangeServer(reader, store.content.length, "secret");
  }

  @AfterEach
  void close() throws IOException {
    for (var client : clients) {
      client.close();
    }
    server.close();
  }

  @Test
  void clientThatNeverReadsCausesNoFurtherFetches() throws IOException {
    ask("", "/secret");
    for (int i = 40; i < 90; i++) {
      var range = "bytes=%d-%d".formatted(i * MEBIBYTE, i * MEBIBYTE + 9);
      assertThat(ask(range, "/secret").getInputStream().readNBytes(100)).hasSize(100);
    }

    assertThat(server.bytesRead()).isLessThan(SOCKETS + 4 * MEBIBYTE + 50 * BLOCK);
  }

  @Test
  void numberOfConcurrentReadersIsBounded() throws Exception {
    var gate = new CountDownLatch(1);
    var waiting = new CountDownLatch(RangeServer.READERS);
    for (int i = 0; i < 20; i++) {
      store.then(
          (first, last) -> {
            waiting.countDown();
            await(gate);
            return store.part(first, last);
          });
    }
    for (int i = 0; i < 20; i++) {
      ask("bytes=%d-%d".formatted(i * MEBIBYTE, i * MEBIBYTE + 9), "/secret");
    }
    waiting.await();
    assertThat(store.reads).hasSize(RangeServer.READERS);
    gate.countDown();

    for (var client : clients) {
      assertThat(client.getInputStream().readNBytes(100)).hasSize(100);
    }
    assertThat(store.reads).hasSize(20).allMatch(read -> read.length() == BLOCK);
  }

  @Test
  void closingLeavesNoThreadsOrFiles() throws Exception {
    ask("", "/secret").getInputStream().readNBytes(2 * MEBIBYTE);
    var stalled = new CountDownLatch(1);
    store.then(
        (_, _) -> {
          stalled.countDown();
          return Store.waitingFor(new CountDownLatch(1));
        });
    var waiting = ask("bytes=90000000-90000009", "/secret");
    stalled.await();
    assertThat(openFiles()).isNotEmpty();

    server.close();
    assertThat(store.open()).isZero();
    assertThat(openFiles()).isEmpty();
    assertThat(folder).isEmptyDirectory();
    assertThatCode(() -> waiting.getInputStream().readAllBytes())
        .satisfiesAnyOf(
            e -> assertThat(e).isNull(), e -> assertThat(e).isInstanceOf(IOException.class));
  }

  /** Those of ours that this process holds, named or not. */
  private Stream<String> openFiles() throws IOException {
    try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors
          .map(RangeServerBoundsTest::target)
          .filter(target -> target.startsWith(folder.toString()))
          .toList()
          .stream();
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException _) {
      return "closed meanwhile";
    }
  }

  private Socket ask(String range, String path) throws IOException {
    var client = new Socket("127.0.0.1", server.address().getPort());
    clients.add(client);
    var header = range.isEmpty() ? "" : "Range: " + range + "\r\n";
    var request = "GET %s HTTP/1.1\r\nHost: x\r\n%s\r\n".formatted(path, header);
    client.getOutputStream().write(request.getBytes());
    return client;
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
