package dev.shorts.local.gateway;

/** What API Gateway answers by itself instead of asking a function. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Answer answer;

  private Refusal(Answer answer) {
    this.answer = answer;
  }

  static Refusal badRequest() {
    return new Refusal(Answer.message(400, "Bad Request"));
  }

  /**
   * @param challenge the value of {@code www-authenticate}
   */
  static Refusal unauthorized(String challenge) {
    return new Refusal(
        Answer.message(401, "Unauthorized").withHeader("www-authenticate", challenge));
  }

  static Refusal notFound() {
    return new Refusal(Answer.message(404, "Not Found"));
  }

  static Refusal tooLarge() {
    return new Refusal(Answer.message(413, "Request Entity Too Large"));
  }

  static Refusal functionFailed() {
    return new Refusal(Answer.message(500, "Internal Server Error"));
  }

  static Refusal timedOut() {
    return new Refusal(Answer.message(503, "Service Unavailable"));
  }

  Answer answer() {
    return answer;
  }
}
