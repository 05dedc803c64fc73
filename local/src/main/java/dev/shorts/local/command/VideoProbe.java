package dev.shorts.local.command;

import dev.shorts.emulator.host.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Describes a video file in one line, by ffprobe. */
record VideoProbe(Path program) {

  private static final List<String> ASK =
      List.of("-v", "error", "-show_streams", "-show_format", "-of", "json");

  static VideoProbe ofLayer(Path layer) {
    Path own = layer.resolve("bin/ffprobe");
    return new VideoProbe(Files.isExecutable(own) ? own : Path.of("ffprobe"));
  }

  String describe(Path file) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(program.toString()));
    command.addAll(ASK);
    command.add(file.toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    byte[] json = process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      throw new IOException("ffprobe can't read " + file);
    }
    Map<String, Object> probed = JsonCodec.map(json);
    String streams =
        ((List<?>) probed.get("streams"))
            .stream().map(stream -> stream((Map<?, ?>) stream)).collect(Collectors.joining("; "));
    Map<?, ?> format = (Map<?, ?>) probed.get("format");
    return "%s; %.3f s, %.1f MB"
        .formatted(
            streams,
            Double.parseDouble((String) format.get("duration")),
            Double.parseDouble((String) format.get("size")) / 1e6);
  }

  private static String stream(Map<?, ?> stream) {
    return "video".equals(stream.get("codec_type"))
        ? "%sx%s %s %s at %s fps"
            .formatted(
                stream.get("width"),
                stream.get("height"),
                stream.get("codec_name"),
                stream.get("profile"),
                rate((String) stream.get("avg_frame_rate")))
        : "%s %s Hz, %s channels"
            .formatted(stream.get("codec_name"), stream.get("sample_rate"), stream.get("channels"));
  }

  private static String rate(String fraction) {
    return fraction.endsWith("/1") ? fraction.substring(0, fraction.length() - 2) : fraction;
  }
}
