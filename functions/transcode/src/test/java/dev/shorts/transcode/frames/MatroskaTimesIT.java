package dev.shorts.transcode.frames;

import static dev.shorts.transcode.frames.NumberedSource.H264;
import static dev.shorts.transcode.frames.NumberedSource.at;
import static dev.shorts.transcode.frames.NumberedSource.tone;
import static dev.shorts.transcode.plan.PlanResult.NO_VIDEO_IN_PART;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.hostile.Bytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Matroska and WebM: a clock of milliseconds, no lengths of frames, and headers that are wrong. */
@Execution(ExecutionMode.CONCURRENT)
class MatroskaTimesIT {

  private static final String NTSC = "30000/1001";

  private static final ShortFrames OF_NTSC = ShortFrames.of(NTSC, "30-59");

  private static final String VP8 =
      "-pix_fmt yuv420p -c:v libvpx -b:v 300k -g 30 -deadline realtime";

  private static final String TWO_PASSES =
      "-pix_fmt yuv420p -c:v libvpx -b:v 300k -g 60 -auto-alt-ref 1 -lag-in-frames 25 -cpu-used 4"
          + " -passlogfile %s -pass %d";

  @TempDir private Path root;

  @Test
  void hiddenFramesOfVp8DoNotCount() throws IOException {
    var passes = root.resolve("passes").toString();
    source("first.webm").make(75, "30", TWO_PASSES.formatted(passes, 1));
    var source = source("hidden.webm").make(75, "30", TWO_PASSES.formatted(passes, 2));
    assertThat(source.packets()).as("packets, some with a hidden frame").isGreaterThan(75);
    assertThat(source.scene("1", "2")).isEqualTo(ShortFrames.of("30", "30-59"));
  }

  @WholeRun
  @Test
  void hiddenFramesOfVp8DoNotCountWhoeverMadeIt() throws IOException {
    var passes = root.resolve("passes").toString();
    source("first.webm").make(75, "30", TWO_PASSES.formatted(passes, 1));
    var source = source("hidden.webm").make(75, "30", TWO_PASSES.formatted(passes, 2));
    var merged = source.beside("merged.mkv");
    Tools.mkvmerge(merged, "", source);
    assertThat(merged.scene("1", "2")).isEqualTo(ShortFrames.of("30", "30-59"));
    var remuxed = source.beside("remuxed.webm");
    Tools.gstreamer(remuxed, "matroskademux ! webmmux", source);
    assertThat(remuxed.scene("1", "2")).isEqualTo(ShortFrames.of("30", "30-59"));
  }

  @WholeRun
  @Test
  void vp8WithoutHiddenFramesAndVp9KeepTheirFrames() throws IOException {
    var vp8 = source("plain.webm").make(75, "30", VP8);
    assertThat(vp8.packets()).isEqualTo(75);
    assertThat(vp8.scene("1", "2")).isEqualTo(ShortFrames.of("30", "30-59"));
    var vp9 = source("vp9.webm").make(75, "30", "-pix_fmt yuv420p -c:v libvpx-vp9 -cpu-used 8");
    assertThat(vp9.scene("1", "2")).isEqualTo(ShortFrames.of("30", "30-59"));
  }

  /** Some muxers store when frames are decoded in the place of when they are shown. */
  @Test
  void framesWithTimesOfDecodingAreShownInTheirOrder() throws IOException {
    var source = source("times.mp4").make(75, "30", H264);
    var bytes = source.bytes();
    for (var box : List.of("ctts", "edts")) {
      bytes = Bytes.patch(bytes, Bytes.find(bytes, box, 0), Bytes.text("free"));
    }
    source.write(bytes);

    assertThat(source.scene("1", "2")).isEqualTo(ShortFrames.of("30", "30-59"));
    assertThat(source.copiedTo("times.mkv").scene("1", "2"))
        .isEqualTo(ShortFrames.of("30", "30-59"));
  }

  @Test
  void anImpreciseRateIsTheCommonOne() throws IOException {
    var flash = source("ntsc.flv").make(75, NTSC, H264);
    assertThat(flash.copiedTo("ntsc.mkv").scene("1.001", "2.002")).isEqualTo(OF_NTSC);
  }

  @WholeRun
  @Test
  void anImpreciseRateIsTheCommonOneWhoeverClaimsIt() throws IOException {
    var flash = source("ntsc.flv").make(75, NTSC, H264);
    assertThat(flash.scene("1.001", "2.002")).isEqualTo(OF_NTSC);
    var merged = flash.beside("merged.mkv");
    Tools.mkvmerge(merged, "--default-duration 0:33367000ns", flash);
    assertThat(merged.scene("1.001", "2.002")).isEqualTo(OF_NTSC);
    var remuxed = flash.beside("remuxed.mkv");
    Tools.gstreamer(remuxed, "flvdemux ! h264parse ! matroskamux", flash);
    assertThat(remuxed.scene("1.001", "2.002")).isEqualTo(OF_NTSC);
  }

  @WholeRun
  @Test
  void aWholeRateStaysWhole() throws IOException {
    var flash = source("whole.flv").make(75, "30", H264);
    assertThat(flash.copiedTo("whole.mkv").scene("1", "2"))
        .isEqualTo(ShortFrames.of("30", "30-59"));
  }

  @Test
  void aPictureThatBeginsAfterTheSoundIsThereDespiteItsDurationTag() throws IOException {
    var source = source("late.mkv").make(60, "30", tone(4), H264, at("N/30+2"), "-c:a aac");
    source.write(EditedMatroska.withDurationTag(source.bytes(), "00:00:02.000000000"));
    assertThat(source.scene("3", "3.5")).isEqualTo(ShortFrames.of("30", "30-44"));
    assertThat(source.scene("1.5", "2.5")).isEqualTo(ShortFrames.of("30", "0x16 1-14"));
  }

  @WholeRun
  @Test
  void aPictureThatBeginsAfterTheSoundIsThereWithTheTagsOfMkvmerge() throws IOException {
    var source = source("late.mkv").make(60, "30", tone(4), H264, at("N/30+2"), "-c:a pcm_s16le");
    var merged = source.beside("merged.mkv");
    Tools.mkvmerge(merged, "", source);
    assertThat(merged.scene("3", "3.5")).isEqualTo(ShortFrames.of("30", "30-44"));
    assertThat(merged.scene("1.5", "2.5")).isEqualTo(ShortFrames.of("30", "0x16 1-14"));
    assertThat(merged.scene("0", "1"))
        .isEqualTo(ShortFrames.of("30", "0x30").withNotice(NO_VIDEO_IN_PART));
  }

  @Test
  void whatComesBehindTheLengthInTheHeaderIsThere() throws IOException {
    var source = source("short.webm").make(90, "30", VP8);
    source.write(EditedMatroska.withDuration(source.bytes(), 1));
    assertThat(source.scene("2", "3")).isEqualTo(ShortFrames.of("30", "60-89"));
  }

  @WholeRun
  @Test
  void whatComesBehindTheLengthInTheHeaderIsThereInOtherContainers() throws IOException {
    var source = source("short.mkv").make(90, "30", H264);
    var merged = source.beside("merged.mkv");
    Tools.mkvmerge(merged, "", source);
    merged.write(EditedMatroska.withDuration(merged.bytes(), 1));
    assertThat(merged.scene("2", "3")).isEqualTo(ShortFrames.of("30", "60-89"));
    var flash = source.copiedTo("short.flv");
    flash.write(EditedFlash.withDuration(flash.bytes(), 1));
    assertThat(flash.scene("2", "3")).isEqualTo(ShortFrames.of("30", "60-89"));
  }

  @Test
  void theLastFrameIsThere() throws IOException {
    var source = source("last.webm").make(60, "30", VP8);
    assertThat(source.scene("1", "2")).isEqualTo(ShortFrames.of("30", "30-59"));
    assertThat(source.scene("1.5", "9")).isEqualTo(ShortFrames.of("30", "45-59"));
  }

  @WholeRun
  @Test
  void theLastFrameIsThereWhoeverMadeIt() throws IOException {
    var source = source("last.mkv").make(60, "30", H264);
    assertThat(source.scene("1", "2")).isEqualTo(ShortFrames.of("30", "30-59"));
    var merged = source.beside("merged.mkv");
    Tools.mkvmerge(merged, "", source);
    assertThat(merged.scene("1", "2")).isEqualTo(ShortFrames.of("30", "30-59"));
    var remuxed = source.beside("remuxed.mkv");
    Tools.gstreamer(remuxed, "matroskademux ! h264parse ! matroskamux", source);
    assertThat(remuxed.scene("1", "2")).isEqualTo(ShortFrames.of("30", "30-59"));
  }

  @Test
  void everySecondFrameOf120IsShownDespiteACoarseClock() throws IOException {
    var source = source("fast.mkv").make(150, "120", H264);
    assertThat(source.scene("0.5", "1")).isEqualTo(ShortFrames.of("60", "60-118/2"));
  }

  @WholeRun
  @Test
  void fastRatesAreHalvedByCountingFrames() throws IOException {
    var tv = source("fast.mkv").make(300, "120000/1001", H264, "-r 120000/1001");
    assertThat(tv.scene("1.001", "2.002")).isEqualTo(ShortFrames.of("60000/1001", "120-238/2"));
    var ninety = source("ninety.mkv").make(200, "90", H264);
    assertThat(ninety.scene("1", "2")).isEqualTo(ShortFrames.of("45", "90-178/2"));
    var slow = source("slow.mkv").make(300, "240", H264);
    assertThat(slow.scene("0.5", "1")).isEqualTo(ShortFrames.of("60", "120-236/4"));
    var merged = slow.beside("merged.mkv");
    Tools.mkvmerge(merged, "", slow);
    assertThat(merged.scene("0.5", "1")).isEqualTo(ShortFrames.of("60", "120-236/4"));
    var jitter = source("jitter.mp4").make(150, "120", H264, at("N/120+0.0004*sin(N*2.4)"));
    assertThat(jitter.scene("0.5", "1")).isEqualTo(ShortFrames.of("60", "60-118/2"));
  }

  @WholeRun
  @Test
  void sixtyInACoarseClockIsNotHalved() throws IOException {
    var source = source("sixty.mkv").make(90, "60", H264);
    assertThat(source.scene("0.5", "1")).isEqualTo(ShortFrames.of("60", "30-59"));
  }

  /** The slide that is stored second is shown fourth. */
  @Test
  void slidesThatAreReorderedAreAllThere() throws IOException {
    var source = source("slides.mkv").make(5, "1", H264, at("N*4"));
    assertThat(source.scene("3", "9")).isEqualTo(ShortFrames.of("10", "0x10 1x40 2x10"));
  }

  @WholeRun
  @Test
  void slidesThatAreReorderedAreAllThereWhoeverMadeIt() throws IOException {
    var source = source("slides.mkv").make(9, "1", H264, at("N*4"));
    var merged = source.beside("merged.mkv");
    Tools.mkvmerge(merged, "", source);
    assertThat(merged.scene("3", "9")).isEqualTo(ShortFrames.of("10", "0x10 1x40 2x10"));
    assertThat(merged.scene("17", "21")).isEqualTo(ShortFrames.of("30", "4x90 5x30"));
  }

  private NumberedSource source(String name) {
    return new NumberedSource(root.resolve(name));
  }
}
