package dev.shorts.emulator.template;

/**
 * Reports a part of the template that the emulator does not support; the message is one line for
 * the template's author.
 */
public final class TemplateException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public TemplateException(String format, Object... arguments) {
    super(format.formatted(arguments));
  }
}
