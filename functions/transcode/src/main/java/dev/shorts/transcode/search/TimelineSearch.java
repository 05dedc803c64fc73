package dev.shorts.transcode.search;

import dev.shorts.transcode.ffmpeg.Ffprobe;
import dev.shorts.transcode.ffmpeg.Ffprobe.Listing;
import dev.shorts.transcode.ffmpeg.ProbeResult;
import dev.shorts.transcode.job.Deadline;
import dev.shorts.transcode.job.SceneTimes;
import dev.shorts.transcode.probe.EditLists;
import dev.shorts.transcode.probe.ProbeReports;
import dev.shorts.transcode.probe.SourceProbe;
import dev.shorts.transcode.probe.StreamSelection;
import dev.shorts.transcode.probe.VideoStream;
import dev.shorts.transcode.problem.FfmpegErrors;
import dev.shorts.transcode.problem.SourceException;
import dev.shorts.transcode.problem.SourceProblem;
import dev.shorts.transcode.source.RangeServer;
import dev.shorts.transcode.timeline.DecodedTimelineReader;
import dev.shorts.transcode.timeline.EditGaps;
import dev.shorts.transcode.timeline.Nanos;
import dev.shorts.transcode.timeline.PacketTimelineReader;
import dev.shorts.transcode.timeline.StreamClock;
import dev.shorts.transcode.timeline.TimelineReader;
import java.util.List;
import java.util.Optional;

/**
 * Finds the frames of a scene in its source, reading from farther back where a seek lands too late.
 */
public final class TimelineSearch {

  /** VP8 codes hidden (alt-ref) frames in packets of their own. */
  private static final String HAS_HIDDEN_FRAMES = "vp8";

  private final StreamListing listing;
  private final Deadline deadline;
  private final RangeServer source;
  private final SourceProbe probe;
  private final VideoStream video;
  private final EditLists edits;
  private final long start;
  private final long end;
  private final StreamClock clock;

  public TimelineSearch(
      Ffprobe ffprobe,
      Deadline deadline,
      RangeServer source,
      SourceProbe probe,
      EditLists edits,
      SceneTimes scene) {
    this.listing = new StreamListing(ffprobe, source);
    this.deadline = deadline;
    this.source = source;
    this.probe = probe;
    this.video = StreamSelection.video(probe).orElseThrow();
    this.edits = edits;
    this.start = Math.max(0, Nanos.of(scene.start()));
    this.end = Nanos.of(scene.end());
    this.clock =
        new StreamClock(
            video.timing().timeBase(),
            Nanos.of(probe.clockStart()),
            video.timing().reorderDepth(),
            video.timing().decodeTimesOnly());
  }

  /**
   * Holds the frames of a scene.
   *
   * @param farther run-ups that remain to be tried if ffmpeg can't decode the first frame from
   *     there
   */
  public record Found(SceneFrames frames, List<RunUp> farther) {}

  /** Result of one reading. */
  private record Reading(TimelineReader reader, Listing listed, Optional<Long> seek) {}

  /**
   * Finds the frames of the scene.
   *
   * @param runUps tried in order until the frame on show at the start of the scene can be decoded
   * @throws SourceException if no frame can be read
   */
  public Found frames(FrameListing how, List<RunUp> runUps, ReadingBudget budget)
      throws InterruptedException {
    long first = Nanos.of(probe.clockFirst());
    long at = clock.zero() + start;
    int tried = 0;
    var reading = read(how, runUps.getFirst().seek(at, first));
    while (isTooLate(reading)
        && tried + 1 < runUps.size()
        && budget.spend(runUps.get(tried + 1).before(at, first), source.bytesRead())) {
      tried++;
      reading = read(how, runUps.get(tried).seek(at, first));
    }
    var errors = reading.listed().errors();
    var listed =
        reading
            .reader()
            .timeline(reading.listed().complete())
            .orElseThrow(
                () ->
                    ProbeReports.refused(source, FfmpegErrors.ofEncode(errors), errors.toString()));
    var timeline = new EditGaps(edits, clock.zero()).hiddenIn(listed);
    boolean cutOff = FfmpegErrors.isCutOff(errors);
    var sourceEnd = new SourceEnd(listing, deadline, probe).find(timeline, start, end, cutOff);
    source.throwReadError();
    var frames = new SceneFrames(timeline, reading.seek(), sourceEnd, cutOff);
    boolean more = reading.seek().isPresent();
    return new Found(frames, more ? runUps.subList(tried + 1, runUps.size()) : List.of());
  }

  private static boolean isTooLate(Reading reading) {
    return reading.seek().isPresent() && !reading.reader().beginsInTime();
  }

  private Reading read(FrameListing how, Optional<Long> seek) throws InterruptedException {
    if (how == FrameListing.PACKETS && !video.codec().equals(HAS_HIDDEN_FRAMES)) {
      var packets = new PacketTimelineReader(clock, start, end);
      var reading = read(packets, seek);
      if (!packets.needsDecoding(video.interlaced())) {
        return reading;
      }
    }
    return read(new DecodedTimelineReader(clock, start, end), seek);
  }

  private Reading read(TimelineReader reader, Optional<Long> seek) throws InterruptedException {
    var limit = seek.isPresent() ? deadline.left() : ReadingBudget.time(deadline.left());
    var report = listing.list(video.index(), reader.entries(), seek, limit, reader::read);
    if (seek.isPresent() && report instanceof ProbeResult.Unreadable<Listing>(var errors)) {
      return new Reading(reader, new Listing(false, errors), seek);
    }
    var listed = ProbeReports.content("timeline", source, report, SourceProblem.DAMAGED);
    return new Reading(reader, listed, seek);
  }
}
