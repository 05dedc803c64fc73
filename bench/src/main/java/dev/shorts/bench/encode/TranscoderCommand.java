package dev.shorts.bench.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command line that the transcoder made a short with, of which parts are measured alone. */
record TranscoderCommand(List<String> words) {

  private static final List<String> LOSSLESS =
      List.of("-c:v", "libx264", "-preset", "ultrafast", "-qp", "0");

  /** The frames that x264 got, kept as they were, in {@code file}. */
  List<String> keepFrames(String file) {
    return Stream.of(
            words.subList(1, words.indexOf("-c:v")), LOSSLESS, List.of("-an", "-f", "mp4", file))
        .flatMap(List::stream)
        .map(word -> word.equals("warning") ? "info" : word)
        .toList();
  }

  /** Whether one of its filters does. */
  boolean looksColoursUp() {
    return words.get(words.indexOf("-filter:v") + 1).contains("lut3d");
  }

  /** All that comes before x264: reading, decoding, filters. */
  List<String> prepareOnly() {
    var changed = new ArrayList<>(keepFrames("nothing.mp4"));
    int filters = changed.indexOf("-filter:v") + 1;
    changed.set(filters, changed.get(filters) + ",trim=start=1000000");
    return changed;
  }

  /**
   * What x264 is told.
   *
   * @param options in place of the preset's own
   * @param divisor of the ceiling: high quality has twice that of medium
   */
  List<String> encoder(String options, int divisor) {
    var changed = new ArrayList<>(List.of(options.split(" ")));
    var common = words.subList(words.indexOf("-profile:v"), words.indexOf("-threads:v") + 2);
    for (int at = 0; at < common.size(); at += 2) {
      var option = common.get(at);
      var value = common.get(at + 1);
      boolean isRate = option.equals("-maxrate") || option.equals("-bufsize");
      changed.addAll(
          List.of(option, isRate ? Long.toString(Long.parseLong(value) / divisor) : value));
    }
    return changed;
  }
}
