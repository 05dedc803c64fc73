package dev.shorts.transcode.plan;

import dev.shorts.transcode.probe.Codecs;
import dev.shorts.transcode.probe.SourceProbe;
import dev.shorts.transcode.probe.SourceProbe.Picture;
import dev.shorts.transcode.probe.StreamSelection;
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
    if (probe.pictures().isEmpty() && probe.sounds().isEmpty()) {
      return Optional.of(SourceProblem.NOT_A_VIDEO);
    }
    return StreamSelection.picture(probe)
        .map(SourceCheck::of)
        .orElseGet(() -> Optional.of(SourceProblem.NO_PICTURE));
  }

  private static Optional<SourceProblem> of(Picture picture) {
    if (picture.codec().equals(Codecs.ENCRYPTED)) {
      return Optional.of(SourceProblem.ENCRYPTED);
    }
    if (!Codecs.readsPicture(picture.codec())) {
      return Optional.of(SourceProblem.CODEC_NOT_READ);
    }
    if (picture.width() > MAX_PIXELS || picture.height() > MAX_PIXELS) {
      return Optional.of(SourceProblem.PICTURE_TOO_LARGE);
    }
    return picture.width() < 1 || picture.height() < 1
        ? Optional.of(SourceProblem.DAMAGED)
        : Optional.empty();
  }
}
