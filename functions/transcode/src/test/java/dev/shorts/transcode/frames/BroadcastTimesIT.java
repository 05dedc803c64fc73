package dev.shorts.transcode.frames;

import static dev.shorts.transcode.frames.NumberedSource.H264;
import static dev.shorts.transcode.frames.NumberedSource.at;
import static dev.shorts.transcode.frames.NumberedSource.tone;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** MPEG-TS and MPEG-PS: film by flags, single fields, and frames without a time. */
@Execution(ExecutionMode.CONCURRENT)
class BroadcastTimesIT {

  private static final String FILM = "24000/1001";

  private static final String MPEG2 = "-pix_fmt yuv420p -c:v mpeg2video -q:v 3 -g 15 -bf 2";

  private static final ShortFrames OF_25 = ShortFrames.of("25", "25-49");

  /** The clock of MPEG has 33 bits: it begins anew after 26.5 hours. */
  private static final String WRAPS_AFTER_4_SECONDS = "-output_ts_offset 95438";

  @TempDir private Path root;

  @Test
  void filmOnNtscVideoHasTheRateOfFilm() throws IOException {
    assertThat(film("film.ts").scene("1.001", "2.002")).isEqualTo(ShortFrames.of(FILM, "24-47"));
  }

  @WholeRun
  @Test
  void filmOnNtscVideoHasTheRateOfFilmInProgramStreams() throws IOException {
    assertThat(film("film.mpg").scene("1.001", "2.002")).isEqualTo(ShortFrames.of(FILM, "24-47"));
    assertThat(film("film.vob").scene("1.001", "2.002")).isEqualTo(ShortFrames.of(FILM, "24-47"));
  }

  @WholeRun
  @Test
  void ntscVideoWithoutFilmKeepsItsRate() throws IOException {
    var source = source("video.ts").make(75, "30000/1001", MPEG2);
    assertThat(source.scene("1.001", "2.002")).isEqualTo(ShortFrames.of("30000/1001", "30-59"));
  }

  @Test
  void aVariableRateIsThatOfTheScene() throws IOException {
    var source = source("uneven.ts").make(75, "30", H264, at("if(lt(N,30),N/30,1+(N-30)/15)"));
    assertThat(source.scene("2", "3")).isEqualTo(ShortFrames.of("15", "45-59"));
  }

  @WholeRun
  @Test
  void aVariableRateIsThatOfTheSceneInOtherStreams() throws IOException {
    var times = at("if(lt(N,30),N/30,1+(N-30)/15)");
    var hevc = source("hevc.ts").make(75, "30", "-c:v libx265 -x265-params log-level=error", times);
    assertThat(hevc.scene("2", "3")).isEqualTo(ShortFrames.of("15", "45-59"));
    assertThat(hevc.scene("0", "0.5")).isEqualTo(ShortFrames.of("30", "0-14"));
  }

  @Test
  void framesWithoutATimeAreShownBetweenThoseThatHaveOne() throws IOException {
    var source = source("sparse.ts").make(75, "25", H264);
    source.write(SparseTimes.of(source.bytes(), 4));
    assertThat(source.scene("1", "2")).isEqualTo(OF_25);
  }

  @WholeRun
  @Test
  void framesOfMpeg2WithoutATimeAreShownBetweenThoseThatHaveOne() throws IOException {
    var source = source("sparse.ts").make(75, "25", MPEG2);
    source.write(SparseTimes.of(source.bytes(), 6));
    assertThat(source.scene("1", "2")).isEqualTo(OF_25);
    assertThat(source.scene("1.4", "2.2")).isEqualTo(ShortFrames.of("25", "35-54"));
  }

  @WholeRun
  @Test
  void framesThatAllHaveATimeKeepIt() throws IOException {
    var source = source("full.ts").make(75, "25", H264);
    assertThat(source.scene("1", "2")).isEqualTo(OF_25);
    assertThat(source.scene("1.4", "2.2")).isEqualTo(ShortFrames.of("25", "35-54"));
  }

  @Test
  void theLastFrameOfAProgramStreamIsThere() throws IOException {
    var source = source("last.mpg").make(50, "25", MPEG2);
    assertThat(source.scene("1", "2")).isEqualTo(OF_25);
  }

  @WholeRun
  @Test
  void theLastFrameOfATransportStreamIsThere() throws IOException {
    assertThat(source("mpeg2.ts").make(50, "25", MPEG2).scene("1", "2")).isEqualTo(OF_25);
    var h264 = source("h264.ts").make(50, "25", H264);
    assertThat(h264.scene("1", "2")).isEqualTo(OF_25);
    assertThat(h264.scene("1.6", "5")).isEqualTo(ShortFrames.of("25", "40-49"));
    var remuxed = h264.beside("remuxed.ts");
    Tools.gstreamer(remuxed, "tsdemux ! h264parse ! mpegtsmux", h264);
    assertThat(remuxed.scene("1", "2")).isEqualTo(OF_25);
  }

  @WholeRun
  @Test
  void theLastFrameIsThereWithSound() throws IOException {
    var source = source("sound.ts").make(50, "25", tone(2), MPEG2, "-c:a mp2");
    assertThat(source.scene("1", "2")).isEqualTo(OF_25);
  }

  @Test
  void twoFieldsThatAreCodedOneByOneAreOneFrame() throws IOException {
    assertThat(fields("fields.ts").scene("1", "2")).isEqualTo(OF_25);
  }

  @WholeRun
  @Test
  void scenesFarIntoTheStreamBeginAndEndWithTheRightFrames() throws IOException {
    var h264 = source("sparse.ts").make(400, "25", H264);
    h264.write(SparseTimes.of(h264.bytes(), 12));
    var mpeg2 = source("mpeg2.ts").make(400, "25", MPEG2);
    mpeg2.write(SparseTimes.of(mpeg2.bytes(), 15));
    var fields = source("fields.h264").write(FieldPictures.of(400)).copiedTo("fields.ts");
    var wrapping = source("wrap.ts").make(400, "25", H264, WRAPS_AFTER_4_SECONDS);
    for (var source : List.of(h264, mpeg2, fields, wrapping)) {
      var name = source.file().getFileName().toString();
      assertThat(source.scene("13.28", "13.6")).as(name).isEqualTo(ShortFrames.of("25", "332-339"));
      assertThat(source.scene("15", "16")).as(name).isEqualTo(ShortFrames.of("25", "375-399"));
    }
  }

  private NumberedSource fields(String name) throws IOException {
    var stream = source("fields.h264").write(FieldPictures.of(50));
    return stream.copiedTo(name);
  }

  /** Each frame shown for two and three fields by turns. */
  private NumberedSource film(String name) throws IOException {
    var stream = source("film.m2v").make(75, "30000/1001", MPEG2);
    stream.write(SoftTelecine.of(stream.bytes()));
    return stream.copiedTo(name);
  }

  private NumberedSource source(String name) {
    return new NumberedSource(root.resolve(name));
  }
}
