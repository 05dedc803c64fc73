package dev.shorts.transcode.plan;

import dev.shorts.transcode.plan.Probe.Picture;
import dev.shorts.transcode.plan.Probe.Sound;
import java.util.Comparator;
import java.util.Optional;

/** Which streams of a source are taken. */
public final class Streams {

  private Streams() {}

  /** A player takes the stream that is marked, else the first. */
  public static Optional<Picture> picture(Probe probe) {
    return probe.pictures().stream()
        .filter(picture -> !picture.still())
        .min(Comparator.comparing(picture -> !picture.byDefault()));
  }

  public static Optional<Sound> sound(Probe probe) {
    return probe.sounds().stream()
        .filter(sound -> Codecs.readsSound(sound.codec()))
        .filter(sound -> sound.sampleRate() > 0 && sound.channels() > 0)
        .min(Comparator.comparing(sound -> !sound.byDefault()));
  }
}
