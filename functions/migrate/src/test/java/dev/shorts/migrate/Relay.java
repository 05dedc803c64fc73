package dev.shorts.migrate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A way to a server that hangs up on the first who come. */
final class Relay implements AutoCloseable {

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final String server;

  Relay(String server, int hangUps) throws IOException {
    this.server = server;
    Thread.ofVirtual().start(() -> serve(hangUps));
  }

  String endpoint() {
    return "127.0.0.1:" + door.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  private void serve(int hangUps) {
    try {
      for (int i = 0; i < hangUps; i++) {
        door.accept().close();
      }
      while (true) {
        var client = door.accept();
        var host = server.split(":");
        var behind = new Socket(host[0], Integer.parseInt(host[1]));
        Thread.ofVirtual().start(() -> pump(client, behind));
        Thread.ofVirtual().start(() -> pump(behind, client));
      }
    } catch (IOException _) {
      // closed
    }
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // one of them is closed
    }
  }
}
