package dev.shorts.transcode.plan;

import dev.shorts.transcode.ffmpeg.Ffprobe;
import dev.shorts.transcode.job.Deadline;
import dev.shorts.transcode.job.Job;
import dev.shorts.transcode.probe.EditLists;
import dev.shorts.transcode.probe.ProbeReader;
import dev.shorts.transcode.probe.ProbeReports;
import dev.shorts.transcode.probe.SourceProbe;
import dev.shorts.transcode.probe.StreamSelection;
import dev.shorts.transcode.problem.SourceException;
import dev.shorts.transcode.problem.SourceProblem;
import dev.shorts.transcode.search.FrameListing;
import dev.shorts.transcode.search.ReadingBudget;
import dev.shorts.transcode.search.RunUp;
import dev.shorts.transcode.search.TimelineSearch;
import dev.shorts.transcode.source.RangeServer;
import java.math.BigDecimal;
import java.util.List;

/** Makes the plan for a job's source. */
public record Planner(Ffprobe ffprobe, Deadline deadline) {

  private static final String OTHER_SPEED =
      "A part of the video is to be played at another speed: it is shown at its own.";

  /**
   * A source that was looked into.
   *
   * @param edits if it is an MP4
   */
  public record Probed(SourceProbe probe, EditLists edits) {}

  /**
   * A plan.
   *
   * @param farther what may be tried if FFmpeg begins to read too late for it
   */
  public record Planned(Plan plan, List<RunUp> farther) {}

  /**
   * Looks into a source.
   *
   * @throws SourceException if there can't be a short, whatever the scene
   */
  public Probed probe(RangeServer source) throws InterruptedException {
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
    return new Probed(edits.beginWithPause() ? probe.startingAt(BigDecimal.ZERO) : probe, edits);
  }

  /**
   * Plans a short.
   *
   * @param runUps how far before the scene FFmpeg may begin to read, in the order of trying
   * @throws SourceException if there can't be one
   */
  public Planned plan(
      RangeServer source,
      Probed probed,
      Job job,
      FrameListing listing,
      List<RunUp> runUps,
      ReadingBudget budget)
      throws InterruptedException {
    var probe = probed.probe();
    var picture = StreamSelection.picture(probe).orElseThrow();
    var search =
        new TimelineSearch(ffprobe, deadline, source, probe, picture, probed.edits(), job.scene());
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
