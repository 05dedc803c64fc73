package dev.shorts.transcode.ffmpeg;

import java.time.Duration;
import java.util.function.Function;

/** A ProbeResult is the report of a run of ffprobe, or the reason why there is none. */
public sealed interface ProbeResult<T> {

  public record Found<T>(T content) implements ProbeResult<T> {}

  record Unreadable<T>(ErrorTail errors) implements ProbeResult<T> {}

  record TimedOut<T>(Duration limit) implements ProbeResult<T> {}

  /** Returns this result with its content converted by {@code conversion}. */
  default <U> ProbeResult<U> map(Function<? super T, ? extends U> conversion) {
    return switch (this) {
      case Found<T>(var content) -> new Found<>(conversion.apply(content));
      case Unreadable<T>(var errors) -> new Unreadable<>(errors);
      case TimedOut<T>(var limit) -> new TimedOut<>(limit);
    };
  }
}
