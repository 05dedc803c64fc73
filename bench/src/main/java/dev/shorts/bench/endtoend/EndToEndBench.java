package dev.shorts.bench.endtoend;

import static java.util.stream.Collectors.joining;

import dev.shorts.bench.report.BenchSection;
import dev.shorts.bench.report.MarkdownTable;
import dev.shorts.bench.report.MedianRange;
import dev.shorts.bench.report.ResultsText;
import dev.shorts.bench.report.TargetCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Measures the time from the POST to the finished short, against FFmpeg alone. */
public final class EndToEndBench implements BenchSection {

  private static final Path PROJECT = Path.of("").toAbsolutePath();

  private static final double TARGET_TIMES = 1.10;
  private static final double TARGET_SECONDS = 1;
  private static final double TARGET_CUT = 1.1;

  /** Seconds, and how often each is made. */
  private static final SortedMap<Integer, Integer> ROUNDS =
      new TreeMap<>(Map.of(5, 3, 30, 3, 180, 2));

  private static final int CUT_SECONDS = 45;
  private static final int CUT_ROUNDS = 2;

  @Override
  public String name() {
    return "end-to-end";
  }

  @Override
  public String title() {
    return "End to end";
  }

  @Override
  public ResultsText measure() throws Exception {
    var sources = SourceVideos.of(PROJECT);
    var videos = List.of(sources.small(), sources.large());
    var cut = videos.getLast().middle(CUT_SECONDS);
    var alone = sources.alone(cut);
    try (var service = new LocalService(PROJECT)) {
      for (var video : videos) {
        service.upload(video);
      }
      service.upload(alone);
      service.make(videos.getFirst().middle(5));
      var section = introduction(sources);
      againstBareFfmpeg(service, videos, section);
      againstItsOwnFile(service, cut, alone.middle(CUT_SECONDS), section);
      return section;
    }
  }

  private static ResultsText introduction(SourceVideos sources) {
    return new ResultsText()
        .say(
            "Sources are 1080p30 of %s, repeated; scenes lie in the middle. *Ours* is from the"
                + " POST's being sent until the transcoder's log says that the export is completed"
                + " (the API is asked only then), warm: one short was made before. The floor,"
                + " *bare*, is the very command line with which the transcoder ran FFmpeg, in a"
                + " process like any other, but reading a local copy of the source. S3, SQS and"
                + " the database run on the same processors here, and are part of ours.",
            "`" + sources.footage().getFileName() + "`");
  }

  private static void againstBareFfmpeg(
      LocalService service, List<SourceVideo> videos, ResultsText section) throws Exception {
    var times =
        new MarkdownTable(
            "source", "scene", "bare s", "ours s", "ours / bare", "ours - 1.10 bare, s");
    var parts = new LinkedHashMap<BenchScene, TimeComparison>();
    for (var video : videos) {
      for (var length : ROUNDS.entrySet()) {
        var scene = video.middle(length.getKey());
        var both = AlternatingRuns.withBareFfmpeg(service, scene, length.getValue());
        parts.put(scene, both);
        times.row(
            video.name(),
            scene.seconds() + " s",
            both.floorSeconds(),
            both.ourSeconds(),
            both.ratio(),
            both.beyond(TARGET_TIMES));
      }
    }
    section
        .show(times)
        .say("Beyond 1.10 times bare, the most allowed is 1 s: %s.", verdict(parts))
        .say(
            "The same, part by part: medians in seconds. *Read* is within probe and encode: how"
                + " long FFmpeg's requests waited for bytes, while it may have had others to work"
                + " on.")
        .show(parts(parts));
  }

  private static String verdict(Map<BenchScene, TimeComparison> measured) {
    return measured.entrySet().stream()
        .map(
            entry -> {
              double beyond = entry.getValue().beyond(TARGET_TIMES).median();
              return "%s of %s %s (%s s)"
                  .formatted(
                      entry.getKey().seconds() + " s",
                      entry.getKey().video().name(),
                      TargetCheck.of(beyond, TARGET_SECONDS),
                      MedianRange.number(beyond));
            })
        .collect(joining(", "));
  }

  private static MarkdownTable parts(Map<BenchScene, TimeComparison> measured) {
    var names = List.copyOf(measured.values().iterator().next().ours().getFirst().parts().keySet());
    var headings = new ArrayList<>(List.of("source", "scene"));
    headings.addAll(names);
    var table = new MarkdownTable(headings.toArray(String[]::new));
    measured.forEach(
        (scene, both) -> {
          var cells = new ArrayList<>(List.of(scene.video().name(), scene.seconds() + " s"));
          names.forEach(name -> cells.add("%.3f".formatted(both.part(name).median())));
          table.row(cells.toArray());
        });
    return table;
  }

  private static void againstItsOwnFile(
      LocalService service, BenchScene cut, BenchScene alone, ResultsText section)
      throws Exception {
    var both = AlternatingRuns.of(service, cut, alone, CUT_ROUNDS);
    section.say(
        "%d s from the middle of %s: %s s, and of the same packets as a file of their own %s s:"
            + " %s times, target %s, %s.",
        CUT_SECONDS,
        cut.video().name(),
        both.ourSeconds(),
        both.floorSeconds(),
        both.ratio(),
        TARGET_CUT,
        TargetCheck.of(both.ratio().median(), TARGET_CUT));
  }
}
