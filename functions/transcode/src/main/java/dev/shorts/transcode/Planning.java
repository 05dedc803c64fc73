package dev.shorts.transcode;

import dev.shorts.transcode.ffmpeg.Ffprobe;
import dev.shorts.transcode.plan.Decision;
import dev.shorts.transcode.plan.Plan;
import dev.shorts.transcode.plan.Probe;
import dev.shorts.transcode.plan.Streams;
import dev.shorts.transcode.probe.EditLists;
import dev.shorts.transcode.source.RangeServer;
import dev.shorts.transcode.source.Scrambling;
import dev.shorts.transcode.source.SourceException;
import dev.shorts.transcode.source.SourceProblem;
import java.math.BigDecimal;
import java.util.List;

/** Makes the plan for a job's source. */
record Planning(Ffprobe ffprobe, Deadline deadline) {

  private static final String OTHER_SPEED =
      "A part of the video is to be played at another speed: it is shown at its own.";

  /**
   * A source that was looked into.
   *
   * @param edits if it is an MP4
   */
  record Probed(Probe probe, EditLists edits) {}

  /**
   * A plan.
   *
   * @param farther what may be tried if FFmpeg begins to read too late for it
   */
  record Planned(Plan plan, List<RunUp> farther) {}

  /**
   * Looks into a source.
   *
   * @throws SourceException if there can't be a short, whatever the scene
   */
  Probed probe(RangeServer source) throws InterruptedException {
    var report = ffprobe.probe(source.address(), deadline.left());
    var probe = Reports.content("probe", source, report, SourceProblem.NOT_A_VIDEO);
    var problem = Decision.refusal(probe);
    if (problem.isPresent()) {
      throw refused(source, problem.get(), probe.toString());
    }
    var edits = probe.isMovie() ? EditLists.read(source.address()) : EditLists.NONE;
    return new Probed(edits.beginWithPause() ? probe.startingAt(BigDecimal.ZERO) : probe, edits);
  }

  /**
   * Plans a short.
   *
   * @param runUps how far before the scene FFmpeg may begin to read, in the order of trying
   * @throws SourceException if there can't be one
   */
  Planned plan(
      RangeServer source,
      Probed probed,
      Job job,
      FrameListing listing,
      List<RunUp> runUps,
      ReadingBudget budget)
      throws InterruptedException {
    var probe = probed.probe();
    var picture = Streams.picture(probe).orElseThrow();
    var search =
        new TimelineSearch(ffprobe, deadline, source, probe, picture, probed.edits(), job.scene());
    var found = search.frames(listing, runUps, budget);
    return switch (Decision.of(probe, found.frames(), job.scene(), job.strategy(), job.quality())) {
      case Decision.Feasible(var plan) ->
          new Planned(
              probed.edits().changeSpeed() ? plan.withNotice(OTHER_SPEED) : plan, found.farther());
      case Decision.Refused(var problem) -> throw refused(source, problem, probe.toString());
    };
  }

  /** What is taken for damage may be encryption. */
  static SourceException refused(RangeServer source, SourceProblem problem, String details) {
    boolean hidden = problem == SourceProblem.DAMAGED && Scrambling.hides(source.address());
    return new SourceException(hidden ? SourceProblem.ENCRYPTED : problem, "plan", details);
  }
}
