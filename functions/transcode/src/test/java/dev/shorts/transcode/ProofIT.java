package dev.shorts.transcode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.verify.ContractCheck;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real files, made by our own command with one thing changed: each misses the line of that thing.
 */
class ProofIT {

  @TempDir private Path root;

  private OurShort made;

  @BeforeEach
  void plan() throws Exception {
    made = new OurShort(root);
  }

  @AfterEach
  void close() {
    made.close();
  }

  @ParameterizedTest
  @CsvSource({
    "+faststart+, '', MOOV_BEFORE_MDAT",
    "-use_editlist 0, -use_editlist 1, NO_EDIT_LIST",
    "-map_metadata -1, -metadata title=Holiday, NO_METADATA",
    "-map_metadata -1, -metadata:s:v language=ger, NO_METADATA",
    "pad=1080:1920:0:420:black, null, SIZE",
    "setsar=1, setsar=2, SQUARE_PIXELS",
    "-flags:v +cgop, -flags:v +ildct+cgop, PROGRESSIVE",
    "colorspace=bt709, colorspace=smpte170m, BT709",
    "-profile:v high, -profile:v main, H264_HIGH",
    "-profile:v high, -profile:v high -coder vlc, CABAC",
    "-g 15, -g 16, CLOSED_GOP",
    "-flags:v +cgop, -x264-params open-gop=1:scenecut=0:b-adapt=0 -flags:v -cgop, CLOSED_GOP",
    "-bf 2, -bf 3 -b_strategy 0, AT_MOST_2_B_FRAMES",
    "trim=end_frame=36, trim=end_frame=35, FRAMES",
    "setsar=1, 'setsar=1,setpts=PTS+100*gt(N\\,20)', CONSTANT_RATE",
    "range=tv:color_primaries, range=pc:color_primaries, LIMITED_RANGE",
    "-bf 2, '-bf 2 -x264-params cll=1000,400', NO_SIDE_DATA",
    "-f mp4, -an -f mp4, STREAMS",
    "aresample=48000, aresample=44100, SAMPLE_RATE",
    "-crf 22 -profile:v high -maxrate 12000000 -bufsize 12000000, -profile:v high -b:v 40M -minrate"
        + " 40M -maxrate 40M -bufsize 2M -x264-params nal-hrd=cbr, UNDER_CEILING",
    "channel_layouts=stereo, channel_layouts=mono, STEREO",
    "end_sample=57344, end_sample=56320, SOUND_LENGTH"
  })
  void findsTheOneThingThatIsWrong(String right, String wrong, ContractCheck line)
      throws Exception {
    made.encode(right, wrong);

    assertThat(made.missed()).containsExactly(line);
  }

  @Test
  void findsNothingWrongWithOurOwn() throws Exception {
    made.encode("", "");

    assertThat(made.missed()).isEmpty();
  }

  @Test
  void findsAPictureThatBeginsLate() throws Exception {
    made.withoutAudio().encode("+negative_cts_offsets", "");

    assertThat(made.missed()).containsExactly(ContractCheck.PICTURE_FROM_THE_START);
  }

  /** What FFmpeg would not do: exchanges what x and y are taken from in the matrix of the track. */
  @Test
  void findsAPictureThatPlayersTurn() throws Exception {
    made.encode("", "")
        .patch(
            "tkhd",
            40,
            ByteBuffer.allocate(20).putInt(0).putInt(1 << 16).putInt(0).putInt(-1 << 16));

    assertThat(made.missed()).containsExactly(ContractCheck.UPRIGHT);
  }

  @Test
  void findsWhatIsNotMp4() throws Exception {
    made.encode("", "").patch("ftyp", 0, ByteBuffer.wrap("qt  ".getBytes(ISO_8859_1)));

    assertThat(made.missed()).containsExactly(ContractCheck.MP4);
  }

  @Test
  void findsAMovieThatSaysItIsTooLong() throws Exception {
    made.encode("", "").patch("mvhd", 16, ByteBuffer.allocate(4).putInt(Integer.MAX_VALUE));

    assertThat(made.missed()).containsExactly(ContractCheck.AT_MOST_180_SECONDS);
  }

  /** ISO/IEC 14496-3, 1.6.2.1: five bits say which kind of AAC; 1 is Main. */
  @Test
  void findsAnotherKindOfAac() throws Exception {
    made.encode("", "").patch("esds", 35, ByteBuffer.allocate(1).put((byte) (1 << 3 | 1)));

    assertThat(made.missed()).containsExactly(ContractCheck.AAC_LC);
  }
}
