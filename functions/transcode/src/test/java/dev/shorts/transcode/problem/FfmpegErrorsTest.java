package dev.shorts.transcode.problem;

import static dev.shorts.transcode.problem.SourceProblem.NOT_A_VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.ffmpeg.ErrorTail;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FfmpegErrorsTest {

  @ParameterizedTest
  @CsvSource({
    "[mov @ 0x5] moov atom not found, INCOMPLETE",
    "[avi @ 0x5] Number of streams exceeds max_streams parameter (1000), TOO_MANY_STREAMS",
    "[matroska @ 0x5] Number of tracks exceeds max_streams (1000), TOO_MANY_STREAMS",
    "[mov @ 0x5] Cannot allocate memory, NOT_A_VIDEO",
    "Invalid data found when processing input, NOT_A_VIDEO"
  })
  void probeErrorsAreMapped(String said, SourceProblem problem) {
    assertThat(FfmpegErrors.ofProbe(words(said), NOT_A_VIDEO)).isEqualTo(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "[dec:hevc @ 0x5] Error submitting packet to decoder: Cannot allocate memory, TOO_COSTLY",
    "[h264 @ 0x5] get_buffer() failed, TOO_COSTLY",
    "x264 [error]: malloc of size 6904640 failed, TOO_COSTLY",
    "[in#0 @ 0x5] Skipped opening external track: stream 0, IN_OTHER_FILES",
    "Decode error rate 0.9 exceeds maximum 0.666667, DAMAGED"
  })
  void encodeErrorsAreMapped(String said, SourceProblem problem) {
    assertThat(FfmpegErrors.ofEncode(words(said))).isEqualTo(problem);
  }

  private static ErrorTail words(String said) {
    return new ErrorTail(1, List.of("something first", said, "something last"));
  }
}
