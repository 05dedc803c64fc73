package dev.shorts.transcode.frames;

import static dev.shorts.transcode.frames.NumberedSource.H264;
import static dev.shorts.transcode.frames.NumberedSource.at;
import static dev.shorts.transcode.plan.PlanResult.NO_VIDEO_IN_PART;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.frames.EditedMp4.Edit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The frames of an MP4 are shown when, and as often as, its edit lists say. */
@Execution(ExecutionMode.CONCURRENT)
class EditListsIT {

  /** 30 frames a second of which every eleventh, beginning with number 10, was dropped. */
  private static final List<Integer> UNEVEN =
      IntStream.range(0, 120).filter(it -> it % 11 != 10).boxed().toList();

  private static final String UNEVEN_TIMES = at("(N+floor(N/10))/30");

  private static final Edit[] TWO = {Edit.of(1.4, 0), Edit.of(1.5, 1.9)};

  private static final ShortFrames OF_TWO = ShortFrames.of("30", "30-31 31 33-41 57-64 64 66-74");

  private static final String OTHER_SPEED =
      "A part of the video is to be played at another speed: it is shown at its own.";

  private static final String LATE_TONE = "-itsoffset 2 -f lavfi -i sine=d=2";

  @TempDir private Path root;

  @Test
  void onlyTheFramesWithinTheEditsCountIntoTheRate() throws IOException {
    var source = source("two.mp4").makeOf(UNEVEN, "30", H264, UNEVEN_TIMES);
    source.write(EditedMp4.withEdits(source.bytes(), TWO));
    assertThat(source.scene("1", "2")).isEqualTo(OF_TWO);
  }

  @WholeRun
  @Test
  void onlyTheFramesWithinTheEditsCountIntoTheRateOfOtherMakers() throws IOException {
    var movie = source("two.mov").makeOf(UNEVEN, "30", "-c:v mpeg4 -q:v 3", UNEVEN_TIMES);
    movie.write(EditedMp4.withEdits(movie.bytes(), TWO));
    assertThat(movie.scene("1", "2")).isEqualTo(OF_TWO);
    var made = source("made.mp4").makeOf(UNEVEN, "30", H264, UNEVEN_TIMES);
    var remuxed = made.beside("remuxed.mp4");
    Tools.gstreamer(remuxed, "qtdemux ! h264parse ! mp4mux", made);
    remuxed.write(EditedMp4.withEdits(remuxed.bytes(), TWO));
    assertThat(remuxed.scene("1", "2")).isEqualTo(OF_TWO);
  }

  @WholeRun
  @Test
  void oneEditLeavesUnevenFramesAsTheyAre() throws IOException {
    var source = source("one.mp4").makeOf(UNEVEN, "30", H264, UNEVEN_TIMES);
    assertThat(source.scene("1", "2"))
        .isEqualTo(ShortFrames.of("30", "30-31 31 33-42 42 44-53 53 55-59"));
  }

  @Test
  void editsThatShowTheMediaTwiceAreFollowed() throws IOException {
    var source = source("twice.mp4").make(45, "30", H264);
    source.write(EditedMp4.withEdits(source.bytes(), Edit.of(1.5, 0), Edit.of(1.5, 0)));
    assertThat(source.scene("1", "2")).isEqualTo(ShortFrames.of("30", "30-44 0-14"));
    assertThat(source.scene("2.5", "3.5")).isEqualTo(ShortFrames.of("30", "30-44"));
  }

  @WholeRun
  @Test
  void editsThatShowTheMediaTwiceAreFollowedInOtherCodecs() throws IOException {
    var expected = ShortFrames.of("30", "30-44 0-14");
    var hevc = source("twice-hevc.mp4").make(45, "30", "-c:v libx265 -x265-params log-level=error");
    hevc.write(EditedMp4.withEdits(hevc.bytes(), Edit.of(1.5, 0), Edit.of(1.5, 0)));
    assertThat(hevc.scene("1", "2")).isEqualTo(expected);
    var mpeg4 = source("twice.mov").make(45, "30", "-c:v mpeg4 -q:v 3");
    mpeg4.write(EditedMp4.withEdits(mpeg4.bytes(), Edit.of(1.5, 0), Edit.of(1.5, 0)));
    assertThat(mpeg4.scene("1", "2")).isEqualTo(expected);
  }

  @WholeRun
  @Test
  void editsInAnotherOrderAndEditsThatTrimAreFollowed() throws IOException {
    var turned = source("turned.mp4").make(90, "30", H264);
    turned.write(EditedMp4.withEdits(turned.bytes(), Edit.of(1, 2), Edit.of(1, 0), Edit.of(1, 1)));
    assertThat(turned.scene("0.5", "1.5")).isEqualTo(ShortFrames.of("30", "75-89 0-14"));
    assertThat(turned.scene("1.5", "2.5")).isEqualTo(ShortFrames.of("30", "15-44"));
    var trimmed = source("trimmed.mp4").make(300, "30", H264);
    trimmed.write(EditedMp4.withEdits(trimmed.bytes(), Edit.of(3, 0.5)));
    assertThat(trimmed.scene("2.5", "9")).isEqualTo(ShortFrames.of("30", "90-104"));
  }

  @Test
  void theLastFrameIsHeldInAGapBetweenEdits() throws IOException {
    var source = source("gap.mp4").make(60, "30", H264);
    source.write(EditedMp4.withEdits(source.bytes(), Edit.of(1, 0), Edit.empty(1), Edit.of(1, 1)));
    assertThat(source.scene("0.5", "2.5"))
        .isEqualTo(ShortFrames.of("30", "15-29 29x30 30-44").withNotice(NO_VIDEO_IN_PART));
  }

  @WholeRun
  @Test
  void theLastFrameIsHeldInEachGapBetweenEdits() throws IOException {
    var source = source("gaps.mov").make(240, "30", "-c:v mpeg4 -q:v 3");
    source.write(
        EditedMp4.withEdits(
            source.bytes(),
            Edit.of(2, 0),
            Edit.empty(0.4),
            Edit.of(2, 3),
            Edit.empty(2),
            Edit.of(1, 7)));
    assertThat(source.scene("1.5", "3")).isEqualTo(ShortFrames.of("30", "45-59 59x12 90-107"));
    assertThat(source.scene("4", "7"))
        .isEqualTo(ShortFrames.of("30", "138-149 149x60 210-227").withNotice(NO_VIDEO_IN_PART));
    assertThat(source.scene("6.4", "7.4")).isEqualTo(ShortFrames.of("30", "210-239"));
  }

  @Test
  void anotherSpeedIsToldAndNotPlayed() throws IOException {
    var source = source("fast.mp4").make(60, "30", H264);
    source.write(EditedMp4.withEdits(source.bytes(), Edit.fast(2, 0)));
    assertThat(source.scene("0.5", "1"))
        .isEqualTo(ShortFrames.of("30", "15-29").withNotice(OTHER_SPEED));
  }

  @Test
  void aPauseBeforeTheMovieBelongsToIt() throws IOException {
    var source = source("pause.mp4").make(60, "30", LATE_TONE, H264, at("N/30+2"), "-c:a aac");
    assertThat(source.scene("3", "4")).isEqualTo(ShortFrames.of("30", "30-59"));
    assertThat(source.scene("0", "1"))
        .isEqualTo(ShortFrames.of("30", "0x30").withNotice(NO_VIDEO_IN_PART));
  }

  @WholeRun
  @Test
  void aPauseBeforeTheMovieBelongsToItWhoeverMadeIt() throws IOException {
    var movie = source("pause.mov").make(60, "30", "-c:v mpeg4 -q:v 3", at("N/30+2"));
    assertThat(movie.scene("3", "4")).isEqualTo(ShortFrames.of("30", "30-59"));
    var edited = source("edited.mp4").make(60, "30", H264);
    edited.write(EditedMp4.withEdits(edited.bytes(), Edit.empty(2), Edit.of(2, 0)));
    assertThat(edited.scene("3", "4")).isEqualTo(ShortFrames.of("30", "30-59"));
    assertThat(edited.scene("1.5", "2.5")).isEqualTo(ShortFrames.of("30", "0x16 1-14"));
  }

  @WholeRun
  @Test
  void aPauseOfTheLengthOfAnEncodersDelayIsNone() throws IOException {
    var source = source("delay.mp4").make(60, "30", H264);
    source.write(EditedMp4.withEdits(source.bytes(), Edit.empty(0.05), Edit.of(2, 0)));
    assertThat(source.scene("1", "1.5")).isEqualTo(ShortFrames.of("30", "30-44"));
  }

  private NumberedSource source(String name) {
    return new NumberedSource(root.resolve(name));
  }
}
