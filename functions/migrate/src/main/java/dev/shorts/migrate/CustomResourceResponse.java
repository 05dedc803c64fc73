package dev.shorts.migrate;

/** A CustomResourceResponse tells CloudFormation whether the custom resource is ready. */
sealed interface CustomResourceResponse {

  /** The schema is as this stack needs it, or the stack is deleted and the schema stays. */
  record Success() implements CustomResourceResponse {}

  /** CloudFormation rolls the stack back and shows {@code reason} in its events. */
  record Failed(String reason) implements CustomResourceResponse {}
}
