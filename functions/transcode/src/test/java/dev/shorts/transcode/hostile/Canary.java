package dev.shorts.transcode.hostile;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a hostile file names: a video in a file beside it and the same video at an address. It sings
 * when it is touched.
 */
public final class Canary implements AutoCloseable {

  private static final FileTime LONG_AGO = FileTime.fromMillis(0);

  private final Path file;
  private final AtomicInteger requests = new AtomicInteger();
  private final HttpServer server;
  private final DatagramChannel datagrams;

  /**
   * @param file a video
   */
  public Canary(Path file) throws IOException {
    this.file = file;
    var loopback = InetAddress.getLoopbackAddress();
    server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            requests.incrementAndGet();
            var content = Files.readAllBytes(file);
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
          }
        });
    server.start();
    datagrams = DatagramChannel.open().bind(new InetSocketAddress(loopback, 0));
    datagrams.configureBlocking(false);
  }

  Path file() {
    return file;
  }

  String url() {
    return "http://127.0.0.1:%d/canary%s".formatted(port(), extension());
  }

  int port() {
    return server.getAddress().getPort();
  }

  int datagramPort() {
    return datagrams.socket().getLocalPort();
  }

  private String extension() {
    var name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.'));
  }

  /** Makes it silent. A file is seen to be read by its time of access, if that is long ago. */
  public void listen() throws IOException {
    requests.set(0);
    Files.setAttribute(file, "lastAccessTime", LONG_AGO);
    while (datagrams.receive(java.nio.ByteBuffer.allocate(1)) != null) {
      // what came before doesn't count
    }
  }

  /** Whether anybody read the file or asked at the address since. */
  public boolean sings() throws IOException {
    return !Files.getAttribute(file, "lastAccessTime").equals(LONG_AGO) || sangAtItsAddress();
  }

  private boolean sangAtItsAddress() throws IOException {
    return requests.get() > 0 || datagrams.receive(java.nio.ByteBuffer.allocate(1)) != null;
  }

  @Override
  public void close() throws IOException {
    server.stop(0);
    datagrams.close();
  }
}
