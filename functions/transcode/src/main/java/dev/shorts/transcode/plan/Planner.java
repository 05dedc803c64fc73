package dev.shorts.transcode.plan;

import dev.shorts.transcode.ffmpeg.Ffprobe;
import dev.shorts.transcode.job.Deadline;
import dev.shorts.transcode.job.Job;
import dev.shorts.transcode.probe.EditLists;
import dev.shorts.transcode.probe.ProbeReader;
import dev.shorts.transcode.probe.ProbeReports;
import dev.shorts.transcode.probe.SourceProbe;
import dev.shorts.transcode.problem.SourceException;
import dev.shorts.transcode.problem.SourceProblem;
import dev.shorts.transcode.search.FrameListing;
import dev.shorts.transcode.search.ReadingBudget;
import dev.shorts.transcode.search.RunUp;
import dev.shorts.transcode.search.TimelineSearch;
import dev.shorts.transcode.source.RangeServer;
import java.math.BigDecimal;
import java.util.List;

/** Probes a source with ffprobe and plans the short. */
public record Planner(Ffprobe ffprobe) {

  private static final String OTHER_SPEED =
      "A part of the video is to be played at another speed: it is shown at its own.";

  /**
   * Holds a probed source.
   *
   * @param edits edit lists; none if it is no MP4
   */
  public record Probed(RangeServer source, SourceProbe probe, EditLists edits) {}

  /**
   * Holds a plan and the alternatives to its seek point.
   *
   * @param farther run-ups that remain to be tried if FFmpeg starts decoding too late
   */
  public record Planned(Plan plan, List<RunUp> farther) {}

  /**
   * Probes a source.
   *
   * @throws SourceException if no short of any scene is possible
   */
  public Probed probe(RangeServer source, Deadline deadline) throws InterruptedException {
    var report =
        ffprobe
            .report(source.address(), ProbeReader.OPTIONS, deadline.left())
            .map(ProbeReader::read);
    var probe = ProbeReports.content("probe", source, report, SourceProblem.NOT_A_VIDEO);
    var problem = PlanResult.refusal(probe);
    if (problem.isPresent()) {
      throw ProbeReports.refused(source, problem.get(), probe.toString());
    }
    var edits = probe.isMovie() ? EditLists.read(source.address()) : EditLists.NONE;
    return new Probed(
        source, edits.beginWithPause() ? probe.startingAt(BigDecimal.ZERO) : probe, edits);
  }

  /**
   * Plans a short.
   *
   * @param runUps times before the scene from which to read, in the order of trying
   * @throws SourceException if the scene can't be made into a short
   */
  public Planned plan(
      Probed probed,
      Job job,
      FrameListing listing,
      List<RunUp> runUps,
      ReadingBudget budget,
      Deadline deadline)
      throws InterruptedException {
    var source = probed.source();
    var probe = probed.probe();
    var search = new TimelineSearch(ffprobe, deadline, source, probe, probed.edits(), job.scene());
    var found = search.frames(listing, runUps, budget);
    return switch (PlanResult.of(
        probe, found.frames(), job.scene(), job.strategy(), job.quality())) {
      case PlanResult.Feasible(var plan) ->
          new Planned(
              probed.edits().changeSpeed() ? plan.withNotice(OTHER_SPEED) : plan, found.farther());
      case PlanResult.Refused(var problem) ->
          throw ProbeReports.refused(source, problem, probe.toString());
    };
  }
}
