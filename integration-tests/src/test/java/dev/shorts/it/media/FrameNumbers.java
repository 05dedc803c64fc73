package dev.shorts.it.media;

import java.nio.file.Path;
import java.util.List;

/** Which frames of the sample a video shows, in the order in which it shows them. */
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
}
