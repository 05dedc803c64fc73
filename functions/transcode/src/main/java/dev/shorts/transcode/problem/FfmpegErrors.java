package dev.shorts.transcode.problem;

import static dev.shorts.transcode.problem.SourceProblem.INCOMPLETE;
import static dev.shorts.transcode.problem.SourceProblem.IN_OTHER_FILES;
import static dev.shorts.transcode.problem.SourceProblem.PICTURES_MISSING;
import static dev.shorts.transcode.problem.SourceProblem.TOO_COSTLY;
import static dev.shorts.transcode.problem.SourceProblem.TOO_MANY_STREAMS;

import dev.shorts.transcode.ffmpeg.ErrorTail;
import java.util.List;

/** Maps FFmpeg's error output to a {@link SourceProblem}, where the output is unambiguous. */
public enum FfmpegErrors {
  STREAMS(TOO_MANY_STREAMS, "exceeds max_streams"),
  REFERENCE(IN_OTHER_FILES, "Skipped opening external track"),
  INDEX(INCOMPLETE, "moov atom not found"),
  /** Truncated MP4, and Matroska that is truncated or has a hole. */
  CUT_OFF(
      PICTURES_MISSING,
      "partial file",
      "File ended prematurely",
      "invalid as first byte of an EBML number"),
  /**
   * FFmpeg hit our memory limit. A damaged file's tables can cause that as well, so it counts only
   * in an encode.
   */
  MEMORY(TOO_COSTLY, "Cannot allocate memory", "get_buffer() failed", "[error]: malloc of size");

  private final SourceProblem problem;
  private final List<String> words;

  FfmpegErrors(SourceProblem problem, String... words) {
    this.problem = problem;
    this.words = List.of(words);
  }

  /** Returns the problem of a source that ffprobe could not read. */
  public static SourceProblem ofProbe(ErrorTail said, SourceProblem otherwise) {
    return first(List.of(STREAMS, REFERENCE, INDEX), said, otherwise);
  }

  /** Returns the problem of a source that FFmpeg could not decode. */
  public static SourceProblem ofEncode(ErrorTail said) {
    return first(List.of(REFERENCE, MEMORY), said, SourceProblem.DAMAGED);
  }

  /** Returns whether the file may hold less than its index or its header declares. */
  public static boolean isCutOff(ErrorTail said) {
    return CUT_OFF.words.stream().anyMatch(said::contain);
  }

  private static SourceProblem first(
      List<FfmpegErrors> symptoms, ErrorTail said, SourceProblem otherwise) {
    return symptoms.stream()
        .filter(symptom -> symptom.words.stream().anyMatch(said::contain))
        .map(symptom -> symptom.problem)
        .findFirst()
        .orElse(otherwise);
  }
}
