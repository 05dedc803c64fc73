package dev.shorts.local;

import dev.shorts.local.template.TemplateException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.ExecutionException;

/** The local cloud can't start; the message is one line that says what to do about it. */
public final class StartFailure extends Exception {

  private static final long serialVersionUID = 1;

  StartFailure(String message) {
    super(message);
  }

  private StartFailure(String message, Throwable cause) {
    super(message, cause);
  }

  static StartFailure of(Throwable cause) {
    return switch (cause) {
      case StartFailure failure -> failure;
      case ExecutionException wrapped -> of(wrapped.getCause());
      case NoSuchFileException missing ->
          new StartFailure(
              "There is no %s: build it with 'make package layer'.".formatted(missing.getFile()),
              cause);
      case TemplateException refused -> new StartFailure(refused.getMessage(), cause);
      default ->
          new StartFailure(
              "The local cloud can't start: "
                  + (cause.getMessage() == null ? cause : cause.getMessage()).toString().strip(),
              cause);
    };
  }
}
