package dev.shorts.transcode.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.shorts.transcode.probe.EditLists.Edit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditListsTest {

  private static final int USUAL = 1 << 16;
  private static final byte[] PAUSE_THEN_MEDIA = list(ints(2000, -1, USUAL, 5000, 0, USUAL));
  private static final byte[] MEDIA = list(ints(5000, 1024, USUAL));

  private HttpServer server;
  private byte[] file = new byte[0];
  private int requests;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests++;
          var range = exchange.getRequestHeaders().getFirst("Range").split("[=-]");
          int from = (int) Math.min(Long.parseLong(range[1]), file.length);
          int to = (int) Math.min(Long.parseLong(range[2]) + 1, file.length);
          exchange.sendResponseHeaders(from < to ? 206 : 416, from < to ? to - from : -1);
          exchange.getResponseBody().write(file, from, to - from);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void editsOfVideoAndAudioTracksAreRead() {
    file = movie(track("vide", PAUSE_THEN_MEDIA), track("soun", MEDIA), track("tmcd", MEDIA));

    assertThat(read().tracks())
        .containsExactly(
            List.of(new Edit(2, true, USUAL), new Edit(5, false, USUAL)),
            List.of(new Edit(5, false, USUAL)));
  }

  @Test
  void longEntriesAreRead() {
    var entry = ByteBuffer.allocate(20).putLong(3000).putLong(-1).putInt(USUAL).array();
    file = movie(track("vide", box("elst", ints(1 << 24, 1), entry)));

    assertThat(read().tracks()).containsExactly(List.of(new Edit(3, true, USUAL)));
  }

  @Test
  void aMovieBeginsWithAPauseOnlyIfAllOfItsTracksDo() {
    file = movie(track("vide", PAUSE_THEN_MEDIA), track("soun", PAUSE_THEN_MEDIA));
    assertThat(read().beginWithPause()).isTrue();

    file = movie(track("vide", PAUSE_THEN_MEDIA), track("soun", MEDIA));
    assertThat(read().beginWithPause()).isFalse();

    file = movie(track("vide", list(ints(90, -1, USUAL, 5000, 0, USUAL))));
    assertThat(read().beginWithPause()).isFalse();

    file = movie(track("vide", new byte[0]));
    assertThat(read().beginWithPause()).isFalse();
  }

  @Test
  void otherSpeedsAreNoticed() {
    file = movie(track("vide", list(ints(5000, 0, USUAL / 2))));
    assertThat(read().changeSpeed()).isTrue();

    file = movie(track("vide", list(ints(2000, -1, 0, 5000, 0, USUAL))));
    assertThat(read().changeSpeed()).isFalse();
  }

  @Test
  void anIndexBehindTheMediaIsFoundWithoutReadingThem() {
    file =
        join(box("ftyp", new byte[8]), box("mdat", new byte[100_000]), movie(track("vide", MEDIA)));

    assertThat(read().tracks()).hasSize(1);
    assertThat(requests).isLessThan(20);
  }

  @Test
  void damagedAndStrangeFilesHaveNoEditLists() {
    for (var strange :
        List.of(
            new byte[0],
            new byte[7],
            "a video".getBytes(ISO_8859_1),
            Arrays.copyOf(movie(track("vide", MEDIA)), 40),
            join(ints(4), new byte[100]))) {
      file = strange;
      assertThat(read().beginWithPause()).isFalse();
      assertThat(read().changeSpeed()).isFalse();
    }
  }

  @Test
  void aFileOfVeryManyBoxesIsNotReadToItsEnd() {
    var traks = new byte[4000][];
    Arrays.fill(traks, box("trak", box("free"), box("free")));
    file = movie(traks);

    assertThat(read().tracks()).isEmpty();
    assertThat(requests).isLessThan(6000);
  }

  private EditLists read() {
    return EditLists.read(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/x"));
  }

  private static byte[] movie(byte[]... tracks) {
    return box("moov", join(box("mvhd", ints(0, 0, 0, 1000, 9000), new byte[80])), join(tracks));
  }

  private static byte[] track(String handler, byte[] edits) {
    var type = handler.getBytes(ISO_8859_1);
    return box(
        "trak",
        box("tkhd", new byte[84]),
        box("edts", edits),
        box("mdia", box("mdhd", new byte[24]), box("hdlr", ints(0, 0), type, new byte[13])));
  }

  private static byte[] list(byte[] entries) {
    return box("elst", ints(0, entries.length / 12), entries);
  }

  private static byte[] box(String type, byte[]... content) {
    var all = join(content);
    return join(ints(8 + all.length), type.getBytes(ISO_8859_1), all);
  }

  private static byte[] ints(int... values) {
    var bytes = ByteBuffer.allocate(4 * values.length);
    bytes.asIntBuffer().put(values);
    return bytes.array();
  }

  private static byte[] join(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
