package dev.shorts.transcode.search;

import dev.shorts.transcode.job.Deadline;
import dev.shorts.transcode.probe.SourceProbe;
import dev.shorts.transcode.probe.StreamSelection;
import dev.shorts.transcode.timeline.Nanos;
import dev.shorts.transcode.timeline.SceneTimeline;
import dev.shorts.transcode.timeline.SoundEndReader;
import dev.shorts.transcode.timeline.StreamClock;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the time at which both the picture and the sound of a source have ended. */
record SourceEnd(StreamListing listing, Deadline deadline, SourceProbe probe) {

  /** Nanoseconds before the end of the picture from which the end of the sound is looked for. */
  private static final long BEFORE = 1_000_000_000;

  /**
   * @param start of the scene, nanoseconds from the source's 0
   * @param cutOff whether the source holds less than it says: the end is then the one that it says
   * @return empty if it is after the scene
   */
  OptionalLong find(SceneTimeline timeline, long start, long end, boolean cutOff)
      throws InterruptedException {
    long zero = Nanos.of(probe.clockStart());
    if (cutOff && probe.clockEnd().isPresent()) {
      return OptionalLong.of(Nanos.of(probe.clockEnd().get()) - zero);
    }
    var pictureEnd = timeline.end();
    var sound = StreamSelection.sound(probe);
    if (pictureEnd.isEmpty() || pictureEnd.getAsLong() >= end || sound.isEmpty()) {
      return pictureEnd;
    }
    var reader = new SoundEndReader(new StreamClock(sound.get().timeBase(), zero, 0, false), end);
    var from =
        Optional.of(zero + Math.max(start, pictureEnd.getAsLong()) - BEFORE)
            .filter(at -> at > Nanos.of(probe.clockFirst()));
    listing.list(sound.get().index(), SoundEndReader.ENTRIES, from, deadline.left(), reader::read);
    return OptionalLong.of(Math.max(pictureEnd.getAsLong(), reader.end()));
  }
}
