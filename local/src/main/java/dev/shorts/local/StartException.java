package dev.shorts.local;

import dev.shorts.emulator.template.TemplateException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.ExecutionException;

/** Reports that the local cloud cannot start; the message is one line that says what to do. */
public final class StartException extends Exception {

  private static final long serialVersionUID = 1;

  StartException(String message) {
    super(message);
  }

  private StartException(String message, Throwable cause) {
    super(message, cause);
  }

  static StartException of(Throwable cause) {
    return switch (cause) {
      case StartException failure -> failure;
      case ExecutionException wrapped -> of(wrapped.getCause());
      case NoSuchFileException missing ->
          new StartException(
              "There is no %s: build it with 'make package layer'.".formatted(missing.getFile()),
              cause);
      case TemplateException refused -> new StartException(refused.getMessage(), cause);
      default ->
          new StartException(
              "The local cloud can't start: "
                  + (cause.getMessage() == null ? cause : cause.getMessage()).toString().strip(),
              cause);
    };
  }
}
