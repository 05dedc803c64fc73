package dev.shorts.transcode.frames;

import static dev.shorts.transcode.frames.NumberedSource.H264;
import static dev.shorts.transcode.frames.NumberedSource.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Frames that come unevenly are shown at their times, at the rate that nearly all of them have. */
@Execution(ExecutionMode.CONCURRENT)
class UnevenTimesIT {

  /** 30 frames a second without number 20. */
  private static final List<Integer> ONE_DROPPED =
      IntStream.range(0, 60).filter(it -> it != 20).boxed().toList();

  private static final String ONE_DROPPED_TIMES = at("(N+gte(N,20))/30");

  /** 0.4 s of 30 frames a second and 0.4 s of 15, by turns. */
  private static final String MEETING =
      at("floor(N/18)*0.8+if(lt(mod(N,18),12),mod(N,18)/30,0.4+(mod(N,18)-12)/15)");

  private static final ShortFrames OF_MEETING =
      ShortFrames.of(
          "30", "0-11 12x2 13x2 14x2 15x2 16x2 17x2 18-29 30x2 31x2 32x2 33x2 34x2 35x2");

  /** By turns 80 and 40 ms. */
  private static final String CAMERA = at("floor(N/2)*0.12+0.08*mod(N,2)");

  private static final ShortFrames OF_CAMERA =
      ShortFrames.of("25", "2x2 3 4x2 5 6x2 7 8x2 9 10x2 11 12x2 13 14x2 15 16x2 17");

  @TempDir private Path root;

  @Test
  void oneDroppedFrameLeavesTheRateAsItIs() throws IOException {
    var source = source("dropped.mp4").makeOf(ONE_DROPPED, "30", H264, ONE_DROPPED_TIMES);
    assertThat(source.scene("0.5", "1.5")).isEqualTo(ShortFrames.of("30", "15-19 19 21-44"));
  }

  @WholeRun
  @Test
  void oneDroppedFrameLeavesTheRateAsItIsInOtherContainers() throws IOException {
    var expected = ShortFrames.of("30", "15-19 19 21-44");
    var source = source("dropped.mp4").makeOf(ONE_DROPPED, "30", H264, ONE_DROPPED_TIMES);
    var merged = source.beside("merged.mkv");
    Tools.mkvmerge(merged, "", source);
    assertThat(merged.scene("0.5", "1.5")).isEqualTo(expected);
    assertThat(source.copiedTo("copied.ts").scene("0.5", "1.5")).isEqualTo(expected);
    var remuxed = source.beside("remuxed.mov");
    Tools.gstreamer(remuxed, "qtdemux ! h264parse ! qtmux", source);
    assertThat(remuxed.scene("0.5", "1.5")).isEqualTo(expected);
  }

  @WholeRun
  @Test
  void aRateThatIsNotACommonOneStays() throws IOException {
    var source = source("odd.mp4").make(60, "29.6", H264);
    assertThat(source.scene("0", "1.5")).isEqualTo(ShortFrames.of("148/5", "0-43"));
  }

  @Test
  void aFirstFrameThatStaysLongerMovesNoCut() throws IOException {
    var source = source("hole.mp4").make(75, "30", H264, at("if(N,(N-1)/30+0.057,0)"));
    assertThat(source.scene("1.024", "2.024")).isEqualTo(ShortFrames.of("30", "30-59"));
  }

  @WholeRun
  @Test
  void aFirstFrameThatStaysLongerMovesNoCutInMatroska() throws IOException {
    var source = source("hole.mkv").make(75, "30", H264, at("if(N,(N-1)/30+0.057,0)"));
    assertThat(source.scene("1.024", "2.024")).isEqualTo(ShortFrames.of("30", "30-59"));
    var merged = source.beside("merged.mkv");
    Tools.mkvmerge(merged, "", source);
    assertThat(merged.scene("1.024", "2.024")).isEqualTo(ShortFrames.of("30", "30-59"));
  }

  @WholeRun
  @Test
  void aClockThatIsOffMovesNoCutFarIntoTheVideo() throws IOException {
    var fast = "-pix_fmt yuv420p -c:v libx264 -preset ultrafast -g 30";
    var source = source("drift.mp4").make(1600, "30", fast, at("N/30*1.0004"));
    assertThat(source.scene("50.02", "51.02")).isEqualTo(ShortFrames.of("30", "1500-1529"));
    assertThat(source.scene("50.020", "51.020")).isEqualTo(ShortFrames.of("30", "1500-1529"));
  }

  @WholeRun
  @Test
  void timesThatSlipInTheMiddleMoveNoCut() throws IOException {
    var source = source("slip.ts").make(140, "25", H264, at("N/25+0.024*gte(N,50)"));
    assertThat(source.scene("4.024", "5.024")).isEqualTo(ShortFrames.of("25", "100-124"));
    assertThat(source.copiedTo("slip.mp4").scene("4.024", "5.024"))
        .isEqualTo(ShortFrames.of("25", "100-124"));
  }

  @Test
  void aRateSlightlyOverACommonOneLosesOneFrameAtATime() throws IOException {
    var source = source("over.mp4").make(230, "30", H264, at("N/30.14"));
    assertThat(source.scene("0", "7")).isEqualTo(ShortFrames.of("30", "0-107 109-210"));
  }

  @WholeRun
  @Test
  void aPhonesRateLosesOneFrameIn14Seconds() throws IOException {
    var source = source("phone.mp4").make(430, "30", H264, at("N/30.07"));
    assertThat(source.scene("0", "14")).isEqualTo(ShortFrames.of("30", "0-214 216-420"));
  }

  @Test
  void jitterBetweenTwoFramesLosesAndRepeatsNone() throws IOException {
    var times = at("if(N,(N-0.5)/30+0.001*mod(N,2),0)");
    var source = source("half.mp4").make(60, "30", H264, times);
    assertThat(source.scene("0", "1")).isEqualTo(ShortFrames.of("30", "0-29"));
  }

  @WholeRun
  @Test
  void jitterOfNineMillisecondsLosesAndRepeatsNone() throws IOException {
    var source = source("jitter.mkv").make(75, "30", H264, at("N/30+if(N,0.009*sin(N*N))"));
    assertThat(source.scene("0", "2").numbers()).startsWith(0, 1, 2).endsWith(57, 58, 59);
  }

  @Test
  void aRateSlightlyOver60Becomes60() throws IOException {
    var source = source("screen.mp4").make(120, "60", H264, at("N/60.7"));
    assertThat(source.scene("0", "1.5")).isEqualTo(ShortFrames.of("60", "0-42 44-90"));
  }

  @WholeRun
  @Test
  void aRateFarOver60IsHalved() throws IOException {
    var source = source("fast.mp4").make(150, "72", H264);
    assertThat(source.scene("0.5", "1.5")).isEqualTo(ShortFrames.of("36", "36-106/2"));
  }

  @Test
  void aMeetingOfTwoRatesHasTheHigherOne() throws IOException {
    var source = source("meeting.mkv").make(54, "30", H264, MEETING);
    assertThat(source.scene("0", "1.6")).isEqualTo(OF_MEETING);
  }

  @WholeRun
  @Test
  void aMeetingOfTwoRatesHasTheHigherOneInOtherContainers() throws IOException {
    var source = source("meeting.mp4").make(54, "30", H264, MEETING);
    assertThat(source.scene("0", "1.6")).isEqualTo(OF_MEETING);
    var merged = source.beside("merged.mkv");
    Tools.mkvmerge(merged, "", source);
    assertThat(merged.scene("0", "1.6")).isEqualTo(OF_MEETING);
  }

  @Test
  void oneGapLeavesTheRateAsItIs() throws IOException {
    var source = source("gap.mp4").make(90, "30", H264, at("N/30+0.4*gte(N,45)"));
    assertThat(source.scene("1", "2.4")).isEqualTo(ShortFrames.of("30", "30-44 44x12 45-59"));
  }

  @Test
  void aCameraThatLeavesFramesOutHasTheRateOfItsStep() throws IOException {
    var source = source("camera.mp4").make(40, "25", H264, CAMERA);
    assertThat(source.scene("0.12", "1.08")).isEqualTo(OF_CAMERA);
  }

  @WholeRun
  @Test
  void aCameraThatLeavesFramesOutHasTheRateOfItsStepInOtherContainers() throws IOException {
    var source = source("camera.ts").make(40, "25", H264, CAMERA);
    assertThat(source.scene("0.12", "1.08")).isEqualTo(OF_CAMERA);
    assertThat(source.copiedTo("camera.mkv").scene("0.12", "1.08")).isEqualTo(OF_CAMERA);
  }

  /** The keyframe of each part of a stream, where parts begin with open GOPs, repeats a time. */
  @Test
  void ofTwoFramesWithTheSameTimeNoneIsLost() throws IOException {
    assertThat(partsOfOpenGops().scene("1", "2")).isEqualTo(ShortFrames.of("25", "25-49"));
  }

  @WholeRun
  @Test
  void ofTwoFramesWithTheSameTimeNoneIsLostInOtherContainers() throws IOException {
    var parts = partsOfOpenGops();
    var copied = parts.copiedTo("copied.mkv");
    assertThat(copied.scene("1", "2")).isEqualTo(ShortFrames.of("25", "25-49"));
    var merged = parts.beside("merged.mkv");
    Tools.mkvmerge(merged, "", parts);
    assertThat(merged.scene("1", "2")).isEqualTo(ShortFrames.of("25", "25-49"));
    assertThat(parts.scene("0.52", "2.6")).isEqualTo(ShortFrames.of("25", "13-64"));
  }

  private NumberedSource partsOfOpenGops() throws IOException {
    var list =
        source("parts.m3u8")
            .make(
                75,
                "25",
                "-c:v libx264 -preset veryfast -pix_fmt yuv420p -bf 5 -g 25",
                "-x264-params b-adapt=0:b-pyramid=normal:open-gop=1:scenecut=0",
                "-f hls -hls_time 1 -hls_segment_type fmp4 -hls_flags single_file");
    return list.beside("parts.m4s");
  }

  private NumberedSource source(String name) {
    return new NumberedSource(root.resolve(name));
  }
}
