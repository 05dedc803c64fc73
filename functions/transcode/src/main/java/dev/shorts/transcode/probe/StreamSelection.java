package dev.shorts.transcode.probe;

import dev.shorts.transcode.probe.SourceProbe.Picture;
import dev.shorts.transcode.probe.SourceProbe.Sound;
import java.util.Comparator;
import java.util.Optional;

/** Selects the video and the audio stream of a source. */
public final class StreamSelection {

  private StreamSelection() {}

  /**
   * Returns the default video stream, as players do, else the first; cover images and thumbnails do
   * not count.
   */
  public static Optional<Picture> picture(SourceProbe probe) {
    return probe.pictures().stream()
        .filter(picture -> !picture.still())
        .min(Comparator.comparing(picture -> !picture.byDefault()));
  }

  public static Optional<Sound> sound(SourceProbe probe) {
    return probe.sounds().stream()
        .filter(sound -> Codecs.readsSound(sound.codec()))
        .filter(sound -> sound.sampleRate() > 0 && sound.channels() > 0)
        .min(Comparator.comparing(sound -> !sound.byDefault()));
  }
}
