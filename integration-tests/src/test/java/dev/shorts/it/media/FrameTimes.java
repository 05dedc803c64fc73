package dev.shorts.it.media;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** When the frames of a video are shown, by the times in the file, in their order. */
public record FrameTimes(List<Duration> all) {

  public FrameTimes {
    all = List.copyOf(all);
  }

  public static FrameTimes of(Path video) {
    List<String> lines =
        new String(Decoder.read(video, "-map", "0:v:0", "-c", "copy", "-f", "framecrc"), US_ASCII)
            .lines()
            .toList();
    double unit =
        lines.stream()
            .filter(line -> line.startsWith("#tb 0:"))
            .map(line -> line.substring("#tb 0:".length()).strip().split("/"))
            .mapToDouble(part -> Double.parseDouble(part[0]) / Double.parseDouble(part[1]))
            .findFirst()
            .orElseThrow();
    // A line is: stream, time of decoding, time of showing, …
    return new FrameTimes(
        lines.stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> Long.parseLong(line.split(",")[2].strip()))
            .sorted()
            .map(time -> Duration.ofNanos(Math.round(time * unit * 1e9)))
            .toList());
  }
}
