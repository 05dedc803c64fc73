package dev.shorts.transcode.plan;

import static dev.shorts.transcode.plan.Decisions.SCENE;
import static dev.shorts.transcode.plan.Decisions.decimal;
import static dev.shorts.transcode.plan.Decisions.plan;
import static dev.shorts.transcode.plan.Decisions.probe;
import static dev.shorts.transcode.plan.Decisions.scene;
import static dev.shorts.transcode.plan.Sources.FULL_HD;
import static dev.shorts.transcode.plan.Sources.STEREO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.export.Quality;
import dev.shorts.export.Strategy;
import dev.shorts.transcode.plan.Decision.Feasible;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTest {

  private static final Scene SCENE = scene("10", "20");

  @Test
  void decidesEverythingAboutAnOrdinaryScene() {
    assertThat(plan(Sources.of(FULL_HD, STEREO), SCENE))
        .isEqualTo(
            new Plan(
                new Cut(Optional.of(decimal("9")), decimal("1"), decimal("13")),
                0,
                "scale=1920:1080,setpts=round(PTS-1/TB),fps=30/1:start_time=0:round=near"
                    + ",tpad=stop=-1:stop_mode=clone,trim=end_frame=300"
                    + ",crop=608:1080:656:0:exact=1,scale=1080:1920:flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp"
                    + ":in_color_matrix=bt709:out_color_matrix=bt709:out_range=tv"
                    + ",format=yuv420p,crop=1080:1920:0:0,setsar=1,setparams=field_mode=prog"
                    + ":range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
                    + ",sidedata=mode=delete",
                Optional.empty(),
                Rational.of(30),
                300,
                300,
                24_000_000,
                18.4416,
                Quality.HIGH,
                Optional.of(
                    new SoundPlan(
                        1,
                        "asetpts=PTS-1/TB,aresample=48000:async=1000:first_pts=0"
                            + ",aformat=sample_fmts=fltp:channel_layouts=stereo,apad"
                            + ",atrim=start_sample=1024:end_sample=479232,asetpts=PTS-STARTPTS",
                        468)),
                Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "HIGH, 30/1, 24000000",
    "HIGH, 48/1, 36000000",
    "MEDIUM, 25/1, 12000000",
    "MEDIUM, 60/1, 18000000"
  })
  void setsTheCeilingByQualityAndRate(Quality quality, String rate, long ceiling) {
    var probe = Sources.of(Sources.rated(rate, rate, false));
    var decision = Decision.of(probe, Optional.empty(), SCENE, Strategy.LETTERBOX, quality);

    assertThat(((Feasible) decision).plan().ceiling()).isEqualTo(ceiling);
  }

  @ParameterizedTest
  @CsvSource({"30000/1001, 15", "25/1, 12", "24000/1001, 12", "60/1, 30", "1/1, 1"})
  void closesAGopEveryHalfSecond(String rate, int gop) {
    assertThat(plan(Sources.of(Sources.rated(rate, rate, false)), SCENE).gop()).isEqualTo(gop);
  }

  @Test
  void asksForTimesOnlyWhereTheProbeCantTell() {
    assertThat(Decision.needsTimingOf(Sources.of(FULL_HD))).isEmpty();
    assertThat(Decision.needsTimingOf(Sources.of(Sources.rated("1000/1", "25/1", false))))
        .contains(0);
    assertThat(Decision.needsTimingOf(Sources.of(Sources.lasting(FULL_HD, "0", Optional.empty()))))
        .contains(0);
  }
}
