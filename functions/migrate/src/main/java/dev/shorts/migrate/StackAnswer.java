package dev.shorts.migrate;

/** What CloudFormation is told. */
sealed interface StackAnswer {

  /** The schema is as this stack needs it, or was left alone because the stack goes. */
  record Success() implements StackAnswer {}

  /** The stack is to be rolled back; {@code reason} is shown to who deploys. */
  record Failed(String reason) implements StackAnswer {}
}
