package dev.shorts.transcode.problem;

import static dev.shorts.transcode.problem.SourceProblem.INCOMPLETE;
import static dev.shorts.transcode.problem.SourceProblem.IN_OTHER_FILES;
import static dev.shorts.transcode.problem.SourceProblem.PICTURES_MISSING;
import static dev.shorts.transcode.problem.SourceProblem.TOO_COSTLY;
import static dev.shorts.transcode.problem.SourceProblem.TOO_MANY_STREAMS;

import dev.shorts.transcode.ffmpeg.ErrorTail;
import java.util.List;

/** Maps FFmpeg's error output to what is wrong with a source, where the output is clear. */
public enum FfmpegErrors {
  STREAMS(TOO_MANY_STREAMS, "exceeds max_streams"),
  REFERENCE(IN_OTHER_FILES, "Skipped opening external track"),
  INDEX(INCOMPLETE, "moov atom not found"),
  /** Of MP4, and of Matroska that ends or has a hole. */
  CUT_OFF(
      PICTURES_MISSING,
      "partial file",
      "File ended prematurely",
      "invalid as first byte of an EBML number"),
  /** Only we limit its memory; a file's tables may lie, so this counts when pictures are made. */
  MEMORY(TOO_COSTLY, "Cannot allocate memory", "get_buffer() failed", "[error]: malloc of size");

  private final SourceProblem problem;
  private final List<String> words;

  FfmpegErrors(SourceProblem problem, String... words) {
    this.problem = problem;
    this.words = List.of(words);
  }

  /** Of a source that couldn't be looked into. */
  public static SourceProblem ofProbe(ErrorTail said, SourceProblem otherwise) {
    return first(List.of(STREAMS, REFERENCE, INDEX), said, otherwise);
  }

  /** Of a source of which no short could be made. */
  public static SourceProblem ofEncode(ErrorTail said) {
    return first(List.of(REFERENCE, MEMORY), said, SourceProblem.DAMAGED);
  }

  /** Whether a source may hold less than its index or its header says. */
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
