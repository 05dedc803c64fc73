package dev.shorts.emulator.template;

/**
 * The template says something that the local cloud can't do; the message is one line for its
 * author.
 */
public final class TemplateException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public TemplateException(String format, Object... arguments) {
    super(format.formatted(arguments));
  }
}
