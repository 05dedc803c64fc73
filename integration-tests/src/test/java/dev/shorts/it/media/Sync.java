package dev.shorts.it.media;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Measures the offset between sound and picture in a video made of the sample. */
public record Sync(List<Beat> beats) {

  private static final int FRAMES_PER_SECOND = 30;

  /** A full second of the sample: when the video shows its flash, and when its tone begins. */
  public record Beat(int second, Duration flash, Duration tone) {

    /** Positive where the sound is late. */
    public Duration offset() {
      return tone.minus(flash);
    }
  }

  public Sync {
    beats = List.copyOf(beats);
  }

  /** Measures every flash in the video against the tone that is nearest to it. */
  public static Sync of(Path video, Framing framing) {
    List<Panel> panels = Panel.of(video, framing);
    List<Duration> times = FrameTimes.of(video).all();
    if (panels.size() != times.size()) {
      throw new IllegalStateException(
          "%d frames, but %d times of frames".formatted(panels.size(), times.size()));
    }
    List<Duration> tones = Sound.of(video).onsets(Sound.Channel.LEFT);
    var beats = new ArrayList<Beat>();
    int before = -1;
    for (int frame = 0; frame < panels.size(); frame++) {
      int number = panels.get(frame).number();
      // A frame of the sample that is shown twice flashes once.
      if (number != before && number % FRAMES_PER_SECOND == 0 && panels.get(frame).flashes()) {
        Duration flash = times.get(frame);
        beats.add(new Beat(number / FRAMES_PER_SECOND, flash, nearest(tones, flash)));
      }
      before = number;
    }
    return new Sync(beats);
  }

  /** The largest offset, either way. */
  public Duration worst() {
    return beats.stream()
        .map(beat -> beat.offset().abs())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Duration nearest(List<Duration> tones, Duration flash) {
    return tones.stream()
        .min(Comparator.comparing(tone -> tone.minus(flash).abs()))
        .orElseThrow(() -> new IllegalStateException("no tone at all"));
  }
}
