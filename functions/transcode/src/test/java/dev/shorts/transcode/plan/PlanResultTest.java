package dev.shorts.transcode.plan;

import static dev.shorts.transcode.plan.Decisions.SCENE;
import static dev.shorts.transcode.plan.Decisions.decimal;
import static dev.shorts.transcode.plan.Decisions.plan;
import static dev.shorts.transcode.plan.Sources.FULL_HD;
import static dev.shorts.transcode.plan.Sources.STEREO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.export.Quality;
import dev.shorts.transcode.frames.FrameTable;
import dev.shorts.transcode.job.SceneTimes;
import dev.shorts.transcode.plan.PlanResult.Feasible;
import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.search.TrimWindow;
import dev.shorts.transcode.timeline.Timelines;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanResultTest {

  private static final SceneTimes SCENE = Decisions.SCENE;

  @Test
  void anOrdinarySceneIsPlannedCompletely() {
    assertThat(plan(Sources.of(FULL_HD, STEREO), SCENE))
        .isEqualTo(
            new Plan(
                new TrimWindow(Optional.of(decimal("9")), decimal("10")),
                new VideoPlan(
                    0,
                    tenSecondsFromTheTenth(),
                    "scale=1920:1080,tpad=stop=2:stop_mode=clone,settb=1/9999990"
                        + ",setpts=/expr=frames.txt,select=gte(pts\\,0),fps=30/1:start_time=0"
                        + ",tpad=stop=-1:stop_mode=clone,trim=end_frame=300"
                        + ",crop=608:1080:656:0:exact=1,scale=1080:1920:flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp"
                        + ":in_color_matrix=bt709:out_color_matrix=bt709:out_range=tv"
                        + ",format=yuv420p,crop=1080:1920:0:0,setsar=1,setparams=field_mode=prog"
                        + ":range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
                        + ",sidedata=mode=delete",
                    Optional.empty(),
                    24_000_000,
                    18.4416),
                Optional.of(
                    new AudioPlan(
                        1,
                        "asetpts=PTS-10/TB,aresample=48000:async=1000:first_pts=0"
                            + ",aformat=sample_fmts=fltp:channel_layouts=stereo,apad"
                            + ",atrim=start_sample=1024:end_sample=479232,asetpts=PTS-STARTPTS",
                        468)),
                Quality.HIGH,
                Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "HIGH, 30/1, 24000000",
    "HIGH, 48/1, 36000000",
    "MEDIUM, 25/1, 12000000",
    "MEDIUM, 60/1, 18000000"
  })
  void maximumBitrateDependsOnQualityAndFrameRate(Quality quality, String rate, long maxBitrate) {
    var probe = Sources.of(Sources.rated(rate, rate, false));
    var decision = Decisions.decide(probe, SCENE, Decisions.frames(probe), quality);

    assertThat(((Feasible) decision).plan().video().maxBitrate()).isEqualTo(maxBitrate);
  }

  @ParameterizedTest
  @CsvSource({"30000/1001, 15", "25/1, 12", "24000/1001, 12", "60/1, 30", "10/1, 5"})
  void keyframesAreAtMostHalfASecondApart(String rate, int gop) {
    assertThat(plan(Sources.of(Sources.rated(rate, rate, false)), SCENE).gop()).isEqualTo(gop);
  }

  private static FrameTable tenSecondsFromTheTenth() {
    var timeline = Timelines.even(Rational.of(30), 60);
    var rows = IntStream.range(300, 600).boxed().toList();
    return new FrameTable(Rational.of(30), timeline, rows, 10_000_000_000L);
  }
}
