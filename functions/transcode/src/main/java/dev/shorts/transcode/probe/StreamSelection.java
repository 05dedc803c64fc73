package dev.shorts.transcode.probe;

import java.util.Comparator;
import java.util.Optional;

/** Selects the video and the audio stream of a source. */
public final class StreamSelection {

  private StreamSelection() {}

  /**
   * Returns the default video stream, as players do, else the first; cover images and thumbnails do
   * not count.
   */
  public static Optional<VideoStream> video(SourceProbe probe) {
    return probe.videoStreams().stream()
        .filter(stream -> stream.disposition() != Disposition.STILL_IMAGE)
        .min(Comparator.comparing(VideoStream::disposition));
  }

  /** Returns the default audio stream that can be decoded, else the first such. */
  public static Optional<AudioStream> audio(SourceProbe probe) {
    return probe.audioStreams().stream()
        .filter(stream -> Codecs.readsAudio(stream.codec()))
        .filter(stream -> stream.sampleRate() > 0 && stream.channels() > 0)
        .min(Comparator.comparing(AudioStream::disposition));
  }
}
