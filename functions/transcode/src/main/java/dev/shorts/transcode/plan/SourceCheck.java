package dev.shorts.transcode.plan;

import dev.shorts.transcode.probe.Codecs;
import dev.shorts.transcode.probe.SourceProbe;
import dev.shorts.transcode.probe.StreamSelection;
import dev.shorts.transcode.probe.VideoStream;
import dev.shorts.transcode.problem.SourceProblem;
import java.util.Optional;

/**
 * Checks a source for problems that do not depend on the scene: stream count, codec, size and
 * encryption.
 */
final class SourceCheck {

  private static final int MAX_STREAMS = 64;
  private static final int MAX_PIXELS = 8192;

  private SourceCheck() {}

  static Optional<SourceProblem> of(SourceProbe probe) {
    if (probe.streams() > MAX_STREAMS) {
      return Optional.of(SourceProblem.TOO_MANY_STREAMS);
    }
    if (probe.videoStreams().isEmpty() && probe.audioStreams().isEmpty()) {
      return Optional.of(SourceProblem.NOT_A_VIDEO);
    }
    return StreamSelection.video(probe)
        .map(SourceCheck::of)
        .orElseGet(() -> Optional.of(SourceProblem.NO_PICTURE));
  }

  private static Optional<SourceProblem> of(VideoStream stream) {
    if (stream.codec().equals(Codecs.ENCRYPTED)) {
      return Optional.of(SourceProblem.ENCRYPTED);
    }
    if (!Codecs.readsVideo(stream.codec())) {
      return Optional.of(SourceProblem.CODEC_NOT_READ);
    }
    var size = stream.size();
    if (size.width() > MAX_PIXELS || size.height() > MAX_PIXELS) {
      return Optional.of(SourceProblem.PICTURE_TOO_LARGE);
    }
    return size.width() < 1 || size.height() < 1
        ? Optional.of(SourceProblem.DAMAGED)
        : Optional.empty();
  }
}
