package dev.shorts.transcode.frames;

import static dev.shorts.transcode.frames.NumberedSource.H264;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** AVI, which stores no times of showing, and FLV, whose seeks land late. */
@Execution(ExecutionMode.CONCURRENT)
class AviTimesIT {

  private static final String XVID = "-pix_fmt yuv420p -c:v mpeg4 -q:v 3 -g 25 -bf 2 -vtag XVID";

  private static final ShortFrames FIRST = ShortFrames.of("25", "0-24");
  private static final ShortFrames SECOND = ShortFrames.of("25", "25-49");

  @TempDir private Path root;

  @Test
  void reorderedFramesOfMpeg4AreAllThere() throws IOException {
    var source = source("xvid.avi").make(75, "25", XVID);
    assertThat(source.scene("1", "2")).isEqualTo(SECOND);
    assertThat(source.scene("0", "1")).isEqualTo(FIRST);
  }

  @WholeRun
  @Test
  void reorderedFramesOfMpeg4AreAllThereInMatroska() throws IOException {
    var source = source("xvid.avi").make(75, "25", XVID);
    var merged = source.beside("merged.mkv");
    Tools.mkvmerge(merged, "--engage allow_avc_in_vfw_mode", source);
    assertThat(merged.scene("1", "2")).isEqualTo(SECOND);
    assertThat(merged.scene("0", "1")).isEqualTo(FIRST);
  }

  @WholeRun
  @Test
  void reorderedFramesThatArePackedAreAllThere() throws IOException {
    var plain = source("xvid.avi").make(75, "25", XVID.replace("-bf 2", "-bf 1 -flags +bitexact"));
    var packed = source("packed.avi").write(PackedMpeg4.of(plain.bytes()));
    assertThat(packed.scene("1", "2")).isEqualTo(SECOND);
    assertThat(packed.scene("0", "1")).isEqualTo(FIRST);
  }

  @WholeRun
  @Test
  void framesInTheOrderOfShowingStayAtTheirTimes() throws IOException {
    var source = source("plain.avi").make(75, "25", XVID.replace("-bf 2", "-bf 0"));
    assertThat(source.scene("1", "2")).isEqualTo(SECOND);
    assertThat(source.scene("2", "3")).isEqualTo(ShortFrames.of("25", "50-74"));
  }

  @Test
  void reorderedFramesOfH264AreNotLate() throws IOException {
    var source = source("h264.avi").make(75, "25", H264);
    assertThat(source.scene("1", "2")).isEqualTo(SECOND);
    assertThat(source.scene("2", "3")).isEqualTo(ShortFrames.of("25", "50-74"));
  }

  @WholeRun
  @Test
  void reorderedFramesOfH264AreNotLateWhereTheFileBegins() throws IOException {
    var source = source("h264.avi").make(75, "25", H264);
    assertThat(source.scene("0", "1")).isEqualTo(FIRST);
    assertThat(source.scene("0.04", "0.6")).isEqualTo(ShortFrames.of("25", "1-14"));
    var remuxed = source.beside("remuxed.avi");
    Tools.gstreamer(remuxed, "avidemux ! h264parse ! avimux", source);
    assertThat(remuxed.scene("1", "2")).isEqualTo(SECOND);
  }

  /** FFmpeg copies an MP4 to an AVI whose clock ticks 600 times a second. */
  @Test
  void reorderedFramesAreNotLateWhereTheClockIsFinerThanAFrame() throws IOException {
    var source = source("h264.mp4").make(75, "25", H264).copiedTo("fine.avi");
    assertThat(source.scene("1", "2")).isEqualTo(SECOND);
    assertThat(source.scene("0", "1")).isEqualTo(FIRST);
    assertThat(source.scene("2", "3")).isEqualTo(ShortFrames.of("25", "50-74"));
  }

  @WholeRun
  @Test
  void scenesFarIntoTheFileBeginAndEndWithTheRightFrames() throws IOException {
    var xvid = source("xvid.avi").make(350, "25", XVID);
    var merged = xvid.beside("merged.mkv");
    Tools.mkvmerge(merged, "", xvid);
    var plain =
        source("plain.avi").make(350, "25", XVID.replace("-bf 2", "-bf 1 -flags +bitexact"));
    var packed = source("packed.avi").write(PackedMpeg4.of(plain.bytes()));
    var packedToo = packed.beside("packed.mkv");
    Tools.mkvmerge(packedToo, "", packed);
    var h264 = source("h264.avi").make(350, "25", H264);
    for (var source : List.of(xvid, merged, packed, packedToo, xvid.copiedTo("copy.mkv"), h264)) {
      var name = source.file().getFileName().toString();
      assertThat(source.scene("9.28", "9.6")).as(name).isEqualTo(ShortFrames.of("25", "232-239"));
      assertThat(source.scene("13", "14")).as(name).isEqualTo(ShortFrames.of("25", "325-349"));
    }
  }

  @Test
  void aSceneNearTheBeginningOfAFlashVideoIsThere() throws IOException {
    var source = source("seek.flv").make(75, "25", H264.replace("-g 30", "-g 250"));
    assertThat(source.scene("1.04", "2")).isEqualTo(ShortFrames.of("25", "26-49"));
  }

  @WholeRun
  @Test
  void scenesNearTheBeginningOfAFlashVideoAreThereWhoeverMadeIt() throws IOException {
    var source = source("seek.flv").make(75, "25", H264.replace("-g 30", "-g 250"));
    assertThat(source.scene("1", "1.52")).isEqualTo(ShortFrames.of("25", "25-37"));
    assertThat(source.scene("1.08", "1.52")).isEqualTo(ShortFrames.of("25", "27-37"));
    assertThat(source.scene("0.6", "1")).isEqualTo(ShortFrames.of("25", "15-24"));
    var sorenson = source("sorenson.flv").make(75, "25", "-c:v flv1 -q:v 3 -g 250");
    assertThat(sorenson.scene("1.04", "2")).isEqualTo(ShortFrames.of("25", "26-49"));
    var remuxed = source.beside("remuxed.flv");
    Tools.gstreamer(remuxed, "flvdemux ! h264parse ! flvmux", source);
    assertThat(remuxed.scene("1.04", "2")).isEqualTo(ShortFrames.of("25", "26-49"));
  }

  private NumberedSource source(String name) {
    return new NumberedSource(root.resolve(name));
  }
}
