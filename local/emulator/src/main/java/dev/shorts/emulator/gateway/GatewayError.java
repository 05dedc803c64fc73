package dev.shorts.emulator.gateway;

/** Carries an error response that API Gateway gives without invoking a function. */
final class GatewayError extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient GatewayResponse response;

  private GatewayError(GatewayResponse response) {
    this.response = response;
  }

  static GatewayError badRequest() {
    return new GatewayError(GatewayResponse.message(400, "Bad Request"));
  }

  /**
   * @param challenge the value of {@code www-authenticate}
   */
  static GatewayError unauthorized(String challenge) {
    return new GatewayError(
        GatewayResponse.message(401, "Unauthorized").withHeader("www-authenticate", challenge));
  }

  static GatewayError notFound() {
    return new GatewayError(GatewayResponse.message(404, "Not Found"));
  }

  static GatewayError tooLarge() {
    return new GatewayError(GatewayResponse.message(413, "Request Entity Too Large"));
  }

  static GatewayError functionFailed() {
    return new GatewayError(GatewayResponse.message(500, "Internal Server Error"));
  }

  static GatewayError timedOut() {
    return new GatewayError(GatewayResponse.message(503, "Service Unavailable"));
  }

  GatewayResponse response() {
    return response;
  }
}
