package dev.shorts.it.media;

import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;

/** Reads the frame numbers of the sample from a video, in the order of display. */
public record FrameNumbers(List<Integer> all) {

  public FrameNumbers {
    all = List.copyOf(all);
  }

  /** Reads every frame; throws where a number can't be read for certain. */
  public static FrameNumbers of(Path video, Framing framing) {
    return new FrameNumbers(Panel.of(video, framing).stream().map(Panel::number).toList());
  }

  public int first() {
    return all.getFirst();
  }

  public int last() {
    return all.getLast();
  }

  /** Returns the numbers as ranges: {@code 7-9 11 11-12} where 10 is missing and 11 doubled. */
  public String ranges() {
    var ranges = new StringJoiner(" ");
    int from = 0;
    for (int end = 1; end <= all.size(); end++) {
      if (end == all.size() || all.get(end) != all.get(end - 1) + 1) {
        ranges.add(range(all.get(from), all.get(end - 1)));
        from = end;
      }
    }
    return ranges.toString();
  }

  private static String range(int first, int last) {
    return first == last ? "%d".formatted(first) : "%d-%d".formatted(first, last);
  }
}
