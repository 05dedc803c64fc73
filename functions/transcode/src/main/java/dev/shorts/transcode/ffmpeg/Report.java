package dev.shorts.transcode.ffmpeg;

import java.time.Duration;
import java.util.function.Function;

/** What a look into a file found. */
public sealed interface Report<T> {

  record Found<T>(T content) implements Report<T> {}

  record Unreadable<T>(LastWords words) implements Report<T> {}

  record TimedOut<T>(Duration limit) implements Report<T> {}

  /** The same, of something else. */
  default <U> Report<U> map(Function<? super T, ? extends U> meaning) {
    return switch (this) {
      case Found<T>(var content) -> new Found<>(meaning.apply(content));
      case Unreadable<T>(var words) -> new Unreadable<>(words);
      case TimedOut<T>(var limit) -> new TimedOut<>(limit);
    };
  }
}
