package dev.shorts.transcode.plan;

import static dev.shorts.transcode.plan.Sources.FULL_HD;
import static dev.shorts.transcode.plan.Sources.STEREO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shorts.export.Quality;
import dev.shorts.export.Strategy;
import dev.shorts.transcode.plan.Decision.Feasible;
import dev.shorts.transcode.plan.Decision.Refused;
import dev.shorts.transcode.plan.Probe.Picture;
import dev.shorts.transcode.plan.Probe.Sound;
import dev.shorts.transcode.source.SourceProblem;
import java.math.BigDecimal;
import java.util.List;
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
                "setpts=round(PTS-1/TB),fps=30/1:start_time=0:round=near"
                    + ",tpad=stop=31:stop_mode=clone,trim=end_frame=300"
                    + ",crop=608:1080:656:0,scale=1080:1920:flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp"
                    + ":in_color_matrix=bt709:out_color_matrix=bt709:out_range=tv"
                    + ",format=yuv420p,crop=1080:1920:0:0,setsar=1,setparams=field_mode=prog"
                    + ":range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
                    + ",sidedata=mode=delete",
                Rational.of(30),
                300,
                24_000_000,
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
    "0, 180, 30/1, 5400, 8437",
    "0, 180, 30000/1001, 5394, 8436",
    "0, 45.2, 30/1, 1356, 2118",
    "0, 0.01, 30/1, 1, 1",
    "0, 0.01, 60/1, 1, 1",
    "0, 1.001, 30000/1001, 30, 46",
    "0, 1.000999, 30000/1001, 29, 45"
  })
  void countsFramesAndNeverHasMoreSoundThanPicture(
      String from, String to, String rate, int frames, int aacFrames) {
    var picture = Sources.lasting(Sources.rated(rate, rate, false), "0", Optional.of("300"));
    var plan = plan(Sources.of(picture, STEREO), scene(from, to));

    assertThat(plan.frames()).isEqualTo(frames);
    assertThat(plan.sound().orElseThrow().aacFrames()).isEqualTo(aacFrames);
  }

  @ParameterizedTest
  @CsvSource({
    "-5,    10,   300, 0",
    "55,    70,   150, 55",
    "59.99, 80,     1, 59.966666667",
    "10.01, 11.01, 30, 10",
    "10.03, 11.03, 30, 10",
    "10.04, 11.04, 30, 10.033333333"
  })
  void beginsWithThePictureThatIsShownAndEndsWithTheVideo(
      String from, String to, int frames, double first) {
    var plan = plan(Sources.of(FULL_HD), scene(from, to));

    assertThat(plan.frames()).isEqualTo(frames);
    assertThat(plan.cut().seek().orElse(BigDecimal.ZERO).add(plan.cut().offset()).doubleValue())
        .isCloseTo(first, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"-5, 0", "-5, -1", "60, 70", "60.0005, 70", "400, 401"})
  void refusesASceneOutsideItsVideo(String from, String to) {
    assertThat(decide(Sources.of(FULL_HD), scene(from, to)))
        .isEqualTo(new Refused(SourceProblem.SCENE_OUTSIDE));
  }

  @Test
  void takesThePlayersChoiceOfStreams() {
    var cover = Sources.stream(0, "mjpeg", true, true);
    var first = Sources.stream(1, "h264", false, false);
    var marked = Sources.stream(2, "h264", true, false);
    var french = new Sound(3, "aac", 48_000, 2, false);
    var english = new Sound(4, "aac", 48_000, 6, true);

    var plan = plan(probe(5, List.of(cover, first, marked), List.of(french, english)), SCENE);

    assertThat(plan.picture()).isEqualTo(2);
    assertThat(plan.sound().orElseThrow().stream()).isEqualTo(4);
  }

  @Test
  void leavesOutSoundItCantReadAndSaysSo() {
    var unknown = new Sound(1, "unknown", 0, 0, true);
    var plan = plan(Sources.of(FULL_HD, unknown), SCENE);

    assertThat(plan.sound()).isEmpty();
    assertThat(plan.notice()).contains("The short has no sound: we can't read the video's sound.");
  }

  @Test
  void takesAnotherSoundBeforeNone() {
    var dts = new Sound(1, "dts", 48_000, 6, true);
    var stereo = new Sound(2, "ac3", 48_000, 2, false);
    var plan = plan(Sources.of(FULL_HD, dts, stereo), SCENE);

    assertThat(plan.sound().orElseThrow().stream()).isEqualTo(2);
    assertThat(plan.notice()).isEmpty();
  }

  @Test
  void saysNothingOfSoundThatWasNeverThere() {
    assertThat(plan(Sources.of(FULL_HD), SCENE).notice()).isEmpty();
  }

  @Test
  void refusesWhatIsNoVideoOrNotOneWeRead() {
    var sound = probe(1, List.of(), List.of(STEREO));
    var cover = probe(2, List.of(Sources.stream(1, "mjpeg", true, true)), List.of(STEREO));
    var large = Sources.sized(8194, 100, Rational.of(1), 0);
    var sizeless = Sources.sized(0, 0, Rational.of(1), 0);

    assertThat(decide(sound, SCENE)).isEqualTo(new Refused(SourceProblem.NO_PICTURE));
    assertThat(decide(cover, SCENE)).isEqualTo(new Refused(SourceProblem.NO_PICTURE));
    assertThat(decide(Sources.of(Sources.stream(0, "vvc", true, false)), SCENE))
        .isEqualTo(new Refused(SourceProblem.CODEC_NOT_READ));
    assertThat(decide(Sources.of(large), SCENE))
        .isEqualTo(new Refused(SourceProblem.PICTURE_TOO_LARGE));
    assertThat(decide(Sources.of(sizeless), SCENE)).isEqualTo(new Refused(SourceProblem.DAMAGED));
    assertThat(decide(probe(65, List.of(FULL_HD), List.of()), SCENE))
        .isEqualTo(new Refused(SourceProblem.TOO_MANY_STREAMS));
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

  @Test
  void knowsFromTimesWhatIsShownAndWhereTheVideoEnds() {
    var endless = Sources.lasting(Sources.rated("1000/1", "0/0", false), "0", Optional.empty());
    var timing = new Timing(times("9.9", "10.1", "10.2", "10.3", "10.4", "10.5"));
    var decision =
        Decision.of(
            Sources.of(endless), Optional.of(timing), SCENE, Strategy.LETTERBOX, Quality.HIGH);
    var plan = ((Feasible) decision).plan();

    assertThat(plan.rate()).isEqualTo(Rational.of(10));
    assertThat(plan.cut().offset()).isEqualTo("1");
    assertThat(plan.cut().seek()).contains(decimal("8.9"));
    assertThat(plan.frames()).isEqualTo(6);
  }

  private static List<BigDecimal> times(String... times) {
    return List.of(times).stream().map(BigDecimal::new).toList();
  }

  private static Probe probe(int streams, List<Picture> pictures, List<Sound> sounds) {
    return new Probe(
        streams,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        Optional.of(decimal("60")),
        false,
        pictures,
        sounds);
  }

  private static Plan plan(Probe probe, Scene scene) {
    return ((Feasible) decide(probe, scene)).plan();
  }

  private static Decision decide(Probe probe, Scene scene) {
    return Decision.of(probe, Optional.empty(), scene, Strategy.CENTER_CROP, Quality.HIGH);
  }

  private static Scene scene(String from, String to) {
    return new Scene(decimal(from), decimal(to));
  }

  private static BigDecimal decimal(String seconds) {
    return new BigDecimal(seconds);
  }
}
