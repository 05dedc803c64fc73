package dev.shorts.transcode.search;

import dev.shorts.transcode.job.Deadline;
import dev.shorts.transcode.probe.SourceProbe;
import dev.shorts.transcode.probe.StreamSelection;
import dev.shorts.transcode.timeline.AudioEndReader;
import dev.shorts.transcode.timeline.Nanos;
import dev.shorts.transcode.timeline.SceneTimeline;
import dev.shorts.transcode.timeline.StreamClock;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the time at which both the video and the audio of a source have ended. */
record SourceEnd(StreamListing listing, Deadline deadline, SourceProbe probe) {

  /** Nanoseconds before the end of the video from which the end of the audio is searched. */
  private static final long BEFORE = 1_000_000_000;

  /**
   * Finds the end of the source, in nanoseconds from its 0.
   *
   * @param start of the scene, in nanoseconds from the source's 0
   * @param end of the scene, likewise
   * @param cutOff whether the file holds less than it declares: the declared end counts then
   * @return empty if it is after the scene
   */
  OptionalLong find(SceneTimeline timeline, long start, long end, boolean cutOff)
      throws InterruptedException {
    long zero = Nanos.of(probe.clockStart());
    if (cutOff && probe.clockEnd().isPresent()) {
      return OptionalLong.of(Nanos.of(probe.clockEnd().get()) - zero);
    }
    var videoEnd = timeline.end();
    var audio = StreamSelection.audio(probe);
    if (videoEnd.isEmpty() || videoEnd.getAsLong() >= end || audio.isEmpty()) {
      return videoEnd;
    }
    var reader = new AudioEndReader(new StreamClock(audio.get().timeBase(), zero, 0, false), end);
    var from =
        Optional.of(zero + Math.max(start, videoEnd.getAsLong()) - BEFORE)
            .filter(at -> at > Nanos.of(probe.clockFirst()));
    listing.list(audio.get().index(), AudioEndReader.ENTRIES, from, deadline.left(), reader::read);
    return OptionalLong.of(Math.max(videoEnd.getAsLong(), reader.end()));
  }
}
