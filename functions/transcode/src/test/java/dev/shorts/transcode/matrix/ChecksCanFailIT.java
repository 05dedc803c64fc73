package dev.shorts.transcode.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.transcode.OneExport;
import dev.shorts.transcode.fixture.Source;
import dev.shorts.transcode.fixture.Sources;
import dev.shorts.transcode.fixture.Stock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Right shorts with one thing made wrong: the check of that thing says so. */
@Execution(ExecutionMode.CONCURRENT)
class ChecksCanFailIT {

  private static final Source SOURCE = Sources.named("mp4-h264");

  /** The same in HDR and silent: what is right of the short's greys is so here, too. */
  private static final Source HDR =
      Sources.source("hlg.mp4 | 320x180 25 50 look=hlg | 1.2 2 | 25 20 | | none");

  private static final String CODING =
      "-c:v libx264 -preset veryfast -crf 14 -profile:v high -bf 2 -g 12 -flags:v +cgop"
          + " -af %s -c:a aac -b:a 192k -map_metadata -1 -fflags +bitexact -use_editlist 0"
          + " -movflags +faststart+negative_cts_offsets";

  private static final String WITHOUT_FIRST_AAC_FRAME =
      "atrim=start_sample=1024,asetpts=PTS-STARTPTS";

  @TempDir private static Path root;
  private static Path right;

  @TempDir private Path work;

  @BeforeAll
  static void makeRightOne() throws IOException {
    var source = Sources.folder().resolve(SOURCE.file());
    right = new OneExport(root).run(source, "letterbox", SOURCE.from(), SOURCE.to(), 2).file();
  }

  @Test
  void findNothingInARightShort() throws IOException {
    assertThat(Check.all(seen(SOURCE, "null", ""))).isEmpty();
    assertThat(Check.COLOURS.wrong(seen(HDR, "null", ""))).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "PLACE, 'pad=1083:1920:3:0,crop=1080:1920:0:0'",
    "PLACE, 'pad=1080:1923:0:3,crop=1080:1920:0:0'",
    "PLACE, 'scale=1088:1920,crop=1080:1920'",
    "PLACE, 'scale=1080:1944,crop=1080:1920'",
    "LIKENESS, vflip",
    "LIKENESS, hflip",
    "LIKENESS, gblur=sigma=4",
    "LIKENESS, 'crop=1080:608:0:656,scale=980:608,pad=1080:1920:50:656'",
    "COLOURS, 'scale=in_color_matrix=bt709:out_color_matrix=bt601,setparams=colorspace=bt709'",
    "COLOURS, 'scale=in_range=tv:out_range=pc,setparams=range=tv'",
    "COLOURS, 'scale=in_range=pc:out_range=tv,setparams=range=tv'",
    "COLOURS, 'lutyuv=u=val+6'",
    "BARS, 'lutyuv=y=max(val\\,20)'",
    "BARS, 'drawbox=0:0:1080:500:c=0x303030:t=fill'",
    "FRAMES, 'tpad=start=1:start_mode=clone,trim=end_frame=12'",
    "FRAMES, 'trim=start_frame=1,setpts=PTS-STARTPTS,tpad=stop=1:stop_mode=clone'",
    "FRAMES, trim=end_frame=11",
    "FRAMES, fps=50",
    "FRAMES, 'setpts=PTS+gt(N\\,5)*0.02/TB'",
    "FACTS, 'setsar=2'",
    "FACTS, 'scale=540:960'"
  })
  void seePicturesThatAreWrong(Check check, String filters) throws IOException {
    assertThat(check.wrong(seen(SOURCE, filters, ""))).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'adelay=50:all=1'",
    "'atrim=start=0.05,asetpts=PTS-STARTPTS'",
    "'pan=stereo|c0=c1|c1=c0'",
    "'volume=0'",
    "'asetrate=44100,aresample=48000'",
    "'apad=pad_dur=0.1'"
  })
  void hearSoundThatIsWrong(String filters) throws IOException {
    var words = "-af %s,%s".formatted(filters, WITHOUT_FIRST_AAC_FRAME);
    assertThat(Check.SOUND.wrong(seen(SOURCE, "null", words))).isNotEmpty();
  }

  @Test
  void missSoundThatIsNotThere() {
    assertThatThrownBy(() -> seen(SOURCE, "null", "-an")).isInstanceOf(IOException.class);
  }

  @Test
  void hearSoundThatOughtNotToBeThere() throws IOException {
    assertThat(Check.FACTS.wrong(seen(HDR, "null", ""))).contains("2 streams");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "-movflags -faststart",
    "-movflags -negative_cts_offsets -use_editlist 1",
    "-metadata title=Holiday",
    "-metadata location=+48.2000+011.5000/",
    "-profile:v main",
    "-coder vlc",
    "-g 14",
    "-bf 3 -b_strategy 0",
    "-flags:v +ildct",
    "-profile:v high422 -pix_fmt yuv422p",
    "-color_range pc",
    "-colorspace smpte170m",
    "-ar 44100",
    "-ac 1"
  })
  void knowFactsThatAreWrong(String words) throws IOException {
    assertThat(Check.FACTS.wrong(seen(SOURCE, "null", words))).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'lutyuv=y=16+(val-16)*0.6'",
    "'lutyuv=y=val*1.3'",
    "'lutyuv=u=val-6'",
    "'lutyuv=v=val+6'"
  })
  void seeHdrThatIsWrong(String filters) throws IOException {
    assertThat(Check.COLOURS.wrong(seen(HDR, filters, ""))).isNotEmpty();
  }

  private ShortUnderTest seen(Source source, String filters, String words) throws IOException {
    var file = work.resolve("wrong.mp4");
    var coding = CODING.formatted(WITHOUT_FIRST_AAC_FRAME);
    var command = "-i %s -vf %s %s %s %s".formatted(right, filters, coding, words, file);
    Stock.write(Stream.of(command.split(" +")).toList(), _ -> {});
    return ShortUnderTest.of(source, "letterbox", file);
  }
}
