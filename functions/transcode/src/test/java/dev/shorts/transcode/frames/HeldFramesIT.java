package dev.shorts.transcode.frames;

import static dev.shorts.transcode.frames.NumberedSource.H264;
import static dev.shorts.transcode.frames.NumberedSource.at;
import static dev.shorts.transcode.frames.NumberedSource.tone;
import static dev.shorts.transcode.plan.PlanResult.NO_VIDEO_IN_PART;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A frame that stays, or the one nearest to a time without any, is held for as long. */
@Execution(ExecutionMode.CONCURRENT)
class HeldFramesIT {

  /** A second of motion, a frame that stays for 1.5 s, and a second of motion. */
  private static final String STILL = at("if(lt(N,30),N/30,(N-30)/30+2.5)");

  private static final ShortFrames OF_STILL = ShortFrames.of("30", "29x30 30-35");

  private static final String MPEG2 = "-c:v mpeg2video -q:v 3 -bf 2";

  @TempDir private Path root;

  @Test
  void aStillScreenStaysForItsSeconds() throws IOException {
    var source = source("still.mp4").make(60, "30", H264, STILL);
    assertThat(source.scene("1.5", "2.7")).isEqualTo(OF_STILL);
  }

  @WholeRun
  @Test
  void aStillScreenStaysForItsSecondsInMatroska() throws IOException {
    var source = source("still.mkv").make(60, "30", H264, STILL);
    assertThat(source.scene("1.5", "2.7")).isEqualTo(OF_STILL);
    var merged = source.beside("merged.mkv");
    Tools.mkvmerge(merged, "", source);
    assertThat(merged.scene("1.5", "2.7")).isEqualTo(OF_STILL);
  }

  @WholeRun
  @Test
  void aStillScreenStaysForItsSecondsInTransportStreams() throws IOException {
    var source = source("still.ts").make(60, "30", H264, STILL);
    assertThat(source.scene("1.5", "2.7")).isEqualTo(OF_STILL);
    var hevc = source("hevc.ts").make(60, "30", "-c:v libx265 -x265-params log-level=error", STILL);
    assertThat(hevc.scene("1.5", "2.7")).isEqualTo(OF_STILL);
  }

  @Test
  void slidesAreShownFromTheirTimesOn() throws IOException {
    var source = source("slides.mp4").make(4, "1", H264, at("N+0.2*gt(N,1)"));
    assertThat(source.scene("1.5", "2.7")).isEqualTo(ShortFrames.of("30", "1x21 2x15"));
  }

  @WholeRun
  @Test
  void slidesThatStayForLongAreFoundFarBack() throws IOException {
    for (var name : List.of("slides.mp4", "slides.mkv", "slides.ts")) {
      var source = source(name).make(8, "1", H264, at("N*15"));
      assertThat(source.scene("70", "71.5")).as(name).isEqualTo(ShortFrames.of("30", "4x45"));
      assertThat(source.scene("74.5", "75.5"))
          .as(name)
          .isEqualTo(ShortFrames.of("30", "4x15 5x15"));
    }
  }

  @WholeRun
  @Test
  void aSlowVideoOfEvenFramesIsNotHeldButRepeated() throws IOException {
    var source = source("slow.mp4").make(10, "5", H264);
    assertThat(source.scene("0.4", "1.4")).isEqualTo(ShortFrames.of("10", "2x2 3x2 4x2 5x2 6x2"));
  }

  @Test
  void theOnlyFrameIsHeldForTheSoundWithANotice() throws IOException {
    var source = source("cover.mp4").make(1, "30", tone(2), H264, "-c:a aac");
    assertThat(source.scene("0", "1.5"))
        .isEqualTo(ShortFrames.of("30", "0x45").withNotice(NO_VIDEO_IN_PART));
  }

  @Test
  void theLastFrameIsHeldWhileTheSoundGoesOnWithANotice() throws IOException {
    var source = source("short.mp4").make(45, "30", tone(3), H264, "-c:a aac");
    assertThat(source.scene("1", "2.5"))
        .isEqualTo(ShortFrames.of("30", "30-43 44x31").withNotice(NO_VIDEO_IN_PART));
  }

  @WholeRun
  @Test
  void theLastFrameIsHeldWhileTheSoundGoesOnInOtherContainers() throws IOException {
    var expected = ShortFrames.of("30", "30-43 44x31").withNotice(NO_VIDEO_IN_PART);
    var matroska = source("short.mkv").make(45, "30", tone(3), H264, "-c:a aac");
    assertThat(matroska.scene("1", "2.5")).isEqualTo(expected);
    var merged = matroska.beside("merged.mkv");
    Tools.mkvmerge(merged, "", matroska);
    assertThat(merged.scene("1", "2.5")).isEqualTo(expected);
    var transport = source("short.ts").make(45, "30", tone(3), MPEG2, "-c:a mp2");
    assertThat(transport.scene("1", "2.5")).isEqualTo(expected);
  }

  @WholeRun
  @Test
  void noFrameIsHeldWhereTheSoundEndsFirst() throws IOException {
    var source = source("silent.mp4").make(60, "30", tone(1.2), H264, "-c:a aac");
    assertThat(source.scene("1", "3")).isEqualTo(ShortFrames.of("30", "30-59"));
  }

  @Test
  void theFirstFrameIsHeldBeforeALatePictureWithANotice() throws IOException {
    var source = source("late.mp4").make(45, "30", tone(2.5), H264, at("N/30+1"), "-c:a aac");
    assertThat(source.scene("0", "1.5"))
        .isEqualTo(ShortFrames.of("30", "0x31 1-14").withNotice(NO_VIDEO_IN_PART));
  }

  @WholeRun
  @Test
  void theFirstFrameIsHeldBeforeALatePictureInOtherContainers() throws IOException {
    var expected = ShortFrames.of("30", "0x31 1-14").withNotice(NO_VIDEO_IN_PART);
    var matroska = source("late.mkv").make(45, "30", tone(2.5), H264, at("N/30+1"), "-c:a aac");
    assertThat(matroska.scene("0", "1.5")).isEqualTo(expected);
    var merged = matroska.beside("merged.mkv");
    Tools.mkvmerge(merged, "", matroska);
    assertThat(merged.scene("0", "1.5")).isEqualTo(expected);
    var transport =
        source("late.ts").make(45, "30", tone(2.5), MPEG2, "-vf setpts=PTS+1/TB -c:a mp2");
    assertThat(transport.scene("0", "1.5")).isEqualTo(expected);
  }

  @WholeRun
  @Test
  void theFirstFrameIsHeldForAMomentWithoutANotice() throws IOException {
    var source = source("moment.mp4").make(45, "30", tone(2), H264, at("N/30+0.3"), "-c:a aac");
    assertThat(source.scene("0", "1")).isEqualTo(ShortFrames.of("30", "0x10 1-20"));
  }

  @Test
  void theLastFrameIsHeldForTheEndOfTheSoundWithoutANotice() throws IOException {
    var source = source("end.mp4").make(60, "30", tone(2.054), H264, "-c:a aac");
    assertThat(source.scene("1", "2.06")).isEqualTo(ShortFrames.of("30", "30-59 59"));
  }

  @WholeRun
  @Test
  void theLastFrameIsHeldForTheEndOfTheSoundInOtherContainers() throws IOException {
    var expected = ShortFrames.of("30", "30-59 59");
    var matroska = source("end.mkv").make(60, "30", tone(2.054), H264, "-c:a libopus");
    assertThat(matroska.scene("1", "2.06")).isEqualTo(expected);
    var merged = matroska.beside("merged.mkv");
    Tools.mkvmerge(merged, "", matroska);
    assertThat(merged.scene("1", "2.06")).isEqualTo(expected);
  }

  @WholeRun
  @Test
  void aSceneThatEndsWithTheLastFrameHoldsNone() throws IOException {
    var source = source("same.mp4").make(60, "30", tone(2.054), H264, "-c:a aac");
    assertThat(source.scene("1", "2.004")).isEqualTo(ShortFrames.of("30", "30-59"));
  }

  private NumberedSource source(String name) {
    return new NumberedSource(root.resolve(name));
  }
}
