package dev.shorts.transcode.ffmpeg;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** What a look into a file found. */
public sealed interface Report<T> {

  record Found<T>(T content) implements Report<T> {}

  /** {@code lastLines} are ffprobe's own words: for the log only. */
  record Unreadable<T>(int exitCode, List<String> lastLines) implements Report<T> {}

  record TimedOut<T>(Duration limit) implements Report<T> {}

  /** The same, of something else. */
  default <U> Report<U> map(Function<? super T, ? extends U> meaning) {
    return switch (this) {
      case Found<T>(var content) -> new Found<>(meaning.apply(content));
      case Unreadable<T>(var exitCode, var lines) -> new Unreadable<>(exitCode, lines);
      case TimedOut<T>(var limit) -> new TimedOut<>(limit);
    };
  }
}
