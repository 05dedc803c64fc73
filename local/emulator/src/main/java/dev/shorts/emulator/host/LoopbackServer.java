package dev.shorts.emulator.host;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves HTTP with one handler for all paths and a virtual thread for each request. */
public final class LoopbackServer implements AutoCloseable {

  static {
    // Read once by the JDK's server. Without it a response of 20 kB on a kept connection takes
    // 40 ms, since TCP delays its last part until the first is acknowledged.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final int DEFAULT_BACKLOG = 0;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final URI url;

  /**
   * @param bind address to listen on; port 0 is any free one
   * @param handler need not close its exchanges
   */
  public LoopbackServer(InetSocketAddress bind, HttpHandler handler) throws IOException {
    server = listen(bind);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            handler.handle(exchange);
          }
        });
    server.setExecutor(threads);
    server.start();
    url = URI.create("http://%s:%d".formatted(bind.getHostString(), server.getAddress().getPort()));
  }

  /** The address of the server, without a slash at the end. */
  public URI url() {
    return url;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static HttpServer listen(InetSocketAddress bind) throws IOException {
    try {
      return HttpServer.create(bind, DEFAULT_BACKLOG);
    } catch (BindException e) {
      throw new IOException("Port %d is taken.".formatted(bind.getPort()), e);
    }
  }
}
