package dev.shorts.transcode;

import dev.shorts.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The real FFmpeg, as it is deployed. */
final class Layer {

  private static final Path BIN = Path.of("../../layers/ffmpeg/target/layer/bin");

  private Layer() {}

  /** A packet of a finished file; seconds. */
  record Packet(int stream, double time, int size) {}

  /** For {@code Binaries.on}. */
  static String path() {
    if (!Files.isExecutable(BIN.resolve("ffmpeg"))) {
      throw new IllegalStateException("there is no FFmpeg layer: run 'make layer' first");
    }
    return BIN.toAbsolutePath().normalize().toString();
  }

  /** What a file consists of, in the order it is shown in. */
  static List<Packet> packets(Path file) throws IOException {
    var ffprobe =
        new ProcessBuilder(
                path() + "/ffprobe",
                "-v",
                "error",
                "-of",
                "json",
                "-show_entries",
                "packet=stream_index,pts_time,size",
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var report = Json.object(ffprobe.getInputStream().readAllBytes());
    var packets = new ArrayList<Packet>();
    for (var packet : (List<?>) report.get("packets")) {
      var fields = (Map<?, ?>) packet;
      packets.add(
          new Packet(
              ((Number) fields.get("stream_index")).intValue(),
              Double.parseDouble((String) fields.get("pts_time")),
              Integer.parseInt((String) fields.get("size"))));
    }
    packets.sort(Comparator.comparing(Packet::time));
    return packets;
  }
}
