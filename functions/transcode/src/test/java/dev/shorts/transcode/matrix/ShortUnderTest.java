package dev.shorts.transcode.matrix;

import dev.shorts.transcode.fixture.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A short beside what it was to be made of. */
final class ShortUnderTest {

  private final Source source;
  private final Path file;
  private final Reference reference;
  private final FrameSample watched;
  private List<ImageSimilarity.Pair> pairs = List.of();

  private ShortUnderTest(Source source, Path file, Reference reference, FrameSample watched) {
    this.source = source;
    this.file = file;
    this.reference = reference;
    this.watched = watched;
  }

  static ShortUnderTest of(Source source, String strategy, Path file) throws IOException {
    var reference = Reference.of(source, strategy);
    boolean sound = source.sound().isPresent() && !source.silent();
    var watched = FrameSample.of(file, reference.fit(), source.shortFrames(), sound);
    return new ShortUnderTest(source, file, reference, watched);
  }

  Source source() {
    return source;
  }

  Path file() {
    return file;
  }

  Reference reference() {
    return reference;
  }

  FrameSample watched() {
    return watched;
  }

  /** The frames that were compared, and how they compare. */
  List<ImageSimilarity.Pair> pairs() {
    if (pairs.isEmpty()) {
      pairs = ImageSimilarity.pairs(this);
    }
    return pairs;
  }

  Fit fit() {
    return reference.fit();
  }

  /** The time in the source at which the short starts: that of a frame, if one begins nearby. */
  double start() {
    double start = source.start();
    double nearest = 0.010001;
    for (double time : source.times()) {
      if (Math.abs(time - source.start()) < nearest) {
        nearest = Math.abs(time - source.start());
        start = time;
      }
    }
    return start;
  }

  /**
   * Whether a stored picture may be the one of a frame: it appears within half a frame of it, or is
   * the last that appeared before.
   */
  boolean fits(int picture, int frame) {
    var times = source.times();
    double rate = Source.ratio(source.shortRate());
    double time = start() + frame / rate;
    double reach = 0.5 / rate + 0.001;
    if (picture < 0 || picture >= times.length) {
      return false;
    }
    boolean near = Math.abs(times[picture] - time) < reach;
    boolean last = picture + 1 == times.length || times[picture + 1] > time + 0.5 / rate - 0.001;
    return near && sure(picture, time, rate) || times[picture] < time && last;
  }

  /** Where pictures are as far apart as frames or farther, "near" means the nearest. */
  private boolean sure(int picture, double time, double rate) {
    double distance = Math.abs(source.times()[picture] - time);
    for (double other : source.times()) {
      if (Math.abs(other - time) < distance - 0.5 / rate) {
        return false;
      }
    }
    return true;
  }
}
