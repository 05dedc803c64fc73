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
  private final List<String> messages;

  FfmpegErrors(SourceProblem problem, String... messages) {
    this.problem = problem;
    this.messages = List.of(messages);
  }

  /** Returns the problem of a source that ffprobe could not read. */
  public static SourceProblem ofProbe(ErrorTail errors, SourceProblem otherwise) {
    return first(List.of(STREAMS, REFERENCE, INDEX), errors, otherwise);
  }

  /** Returns the problem of a source that FFmpeg could not decode. */
  public static SourceProblem ofEncode(ErrorTail errors) {
    return first(List.of(REFERENCE, MEMORY), errors, SourceProblem.DAMAGED);
  }

  /** Returns whether the file may hold less than its index or its header declares. */
  public static boolean isCutOff(ErrorTail errors) {
    return CUT_OFF.messages.stream().anyMatch(errors::contains);
  }

  private static SourceProblem first(
      List<FfmpegErrors> candidates, ErrorTail errors, SourceProblem otherwise) {
    return candidates.stream()
        .filter(it -> it.messages.stream().anyMatch(errors::contains))
        .map(it -> it.problem)
        .findFirst()
        .orElse(otherwise);
  }
}
