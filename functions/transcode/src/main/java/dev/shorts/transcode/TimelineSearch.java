package dev.shorts.transcode;

import dev.shorts.transcode.ffmpeg.Ffprobe;
import dev.shorts.transcode.ffmpeg.Report;
import dev.shorts.transcode.plan.Probe;
import dev.shorts.transcode.plan.Probe.Picture;
import dev.shorts.transcode.plan.Scene;
import dev.shorts.transcode.plan.SceneFrames;
import dev.shorts.transcode.plan.Streams;
import dev.shorts.transcode.probe.EditLists;
import dev.shorts.transcode.source.RangeServer;
import dev.shorts.transcode.source.SourceProblem;
import dev.shorts.transcode.timeline.DecodedTimelineReader;
import dev.shorts.transcode.timeline.Nanos;
import dev.shorts.transcode.timeline.PacketTimelineReader;
import dev.shorts.transcode.timeline.SceneTimeline;
import dev.shorts.transcode.timeline.SoundEndReader;
import dev.shorts.transcode.timeline.StreamClock;
import dev.shorts.transcode.timeline.TimelineReader;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the frames of a scene in its source, reading from farther back where a seek lands late. */
final class TimelineSearch {

  /** Frames of VP8 may be hidden, each in a packet of its own. */
  private static final String HIDES_FRAMES = "vp8";

  private static final String DAMAGED_TOO = "+output_corrupt";

  private static final int MICROSECONDS = 6;

  /** Nanoseconds before the end of the picture from which the end of the sound is looked for. */
  private static final long BEFORE = 1_000_000_000;

  private final Ffprobe ffprobe;
  private final Deadline deadline;
  private final RangeServer source;
  private final Probe probe;
  private final Picture picture;
  private final EditLists edits;
  private final long start;
  private final long end;
  private final StreamClock clock;

  TimelineSearch(
      Ffprobe ffprobe,
      Deadline deadline,
      RangeServer source,
      Probe probe,
      Picture picture,
      EditLists edits,
      Scene scene) {
    this.ffprobe = ffprobe;
    this.deadline = deadline;
    this.source = source;
    this.probe = probe;
    this.picture = picture;
    this.edits = edits;
    this.start = Math.max(0, Nanos.of(scene.start()));
    this.end = Nanos.of(scene.end());
    this.clock =
        new StreamClock(
            picture.timing().timeBase(),
            Nanos.of(probe.clockStart()),
            picture.timing().reorderDepth(),
            picture.timing().decodeTimesOnly());
  }

  /**
   * The frames of a scene.
   *
   * @param farther what may be tried if ffmpeg can't decode them from where they were read
   */
  record Found(SceneFrames frames, List<RunUp> farther) {}

  /** What one reading found. */
  private record Reading(TimelineReader reader, boolean toTheEnd, Optional<Long> seek) {}

  /**
   * @param runUps to be tried until the frame on show at the start can be decoded
   * @return empty if the source has no frame of this stream at all
   */
  Optional<Found> frames(List<RunUp> runUps, ReadingBudget budget) throws InterruptedException {
    long first = Nanos.of(probe.clockFirst());
    long at = clock.zero() + start;
    int tried = 0;
    var reading = read(runUps.getFirst().seek(at, first));
    while (isTooLate(reading)
        && tried + 1 < runUps.size()
        && budget.spend(runUps.get(tried + 1).before(at, first), reading.reader().bytes())) {
      tried++;
      reading = read(runUps.get(tried).seek(at, first));
    }
    var timeline = reading.reader().timeline(reading.toTheEnd());
    if (timeline.isEmpty()) {
      return Optional.empty();
    }
    var shown = new EditGaps(edits, clock.zero()).hiddenIn(timeline.get());
    var frames = new SceneFrames(shown, reading.seek(), end(shown));
    boolean more = reading.seek().isPresent();
    return Optional.of(
        new Found(frames, more ? runUps.subList(tried + 1, runUps.size()) : List.of()));
  }

  private static boolean isTooLate(Reading reading) {
    return reading.seek().isPresent() && !reading.reader().beginsInTime();
  }

  private Reading read(Optional<Long> seek) throws InterruptedException {
    if (!picture.codec().equals(HIDES_FRAMES)) {
      var packets = new PacketTimelineReader(clock, start, end);
      var reading = read(packets, seek, List.of());
      boolean suffices =
          !packets.lacksTimestamps() && !(picture.interlaced() && packets.holdsFields());
      if (suffices) {
        return reading;
      }
    }
    return read(new DecodedTimelineReader(clock, start, end), seek, List.of("-flags", DAMAGED_TOO));
  }

  private Reading read(TimelineReader reader, Optional<Long> seek, List<String> decoding)
      throws InterruptedException {
    var options = new ArrayList<>(decoding);
    options.addAll(List.of("-select_streams", Integer.toString(picture.index())));
    options.addAll(List.of("-show_entries", reader.entries()));
    seek.ifPresent(at -> options.addAll(from(at)));
    var report = ffprobe.lines(source.address(), options, limit(seek), reader::read);
    boolean seekRefused = seek.isPresent() && report instanceof Report.Unreadable<Boolean>;
    boolean toTheEnd =
        !seekRefused && Reports.content("timeline", source, report, SourceProblem.DAMAGED);
    return new Reading(reader, toTheEnd, seek);
  }

  private static List<String> from(long at) {
    var seconds = Nanos.toSeconds(at).setScale(MICROSECONDS, RoundingMode.FLOOR);
    return List.of("-read_intervals", seconds.toPlainString() + "%");
  }

  private Duration limit(Optional<Long> seek) {
    return seek.isPresent() ? deadline.left() : ReadingBudget.time(deadline.left());
  }

  /** Empty if something of the source comes after the scene. */
  private OptionalLong end(SceneTimeline timeline) throws InterruptedException {
    var pictureEnd = timeline.end();
    var sound = Streams.sound(probe);
    if (pictureEnd.isEmpty() || pictureEnd.getAsLong() >= end || sound.isEmpty()) {
      return pictureEnd;
    }
    var soundClock = new StreamClock(sound.get().timeBase(), clock.zero(), 0, false);
    var reader = new SoundEndReader(soundClock, end);
    var options = new ArrayList<String>();
    options.addAll(List.of("-select_streams", Integer.toString(sound.get().index())));
    options.addAll(List.of("-show_entries", SoundEndReader.ENTRIES));
    long from = clock.zero() + Math.max(start, pictureEnd.getAsLong()) - BEFORE;
    Optional.of(from)
        .filter(at -> at > Nanos.of(probe.clockFirst()))
        .ifPresent(at -> options.addAll(from(at)));
    ffprobe.lines(source.address(), options, deadline.left(), reader::read);
    return OptionalLong.of(Math.max(pictureEnd.getAsLong(), reader.end()));
  }
}
