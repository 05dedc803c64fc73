package dev.shorts.migrate;

/** What CloudFormation is told. */
sealed interface CustomResourceResponse {

  /** The schema is as this stack needs it, or was left alone because the stack goes. */
  record Success() implements CustomResourceResponse {}

  /** The stack is to be rolled back; {@code reason} is shown to who deploys. */
  record Failed(String reason) implements CustomResourceResponse {}
}
