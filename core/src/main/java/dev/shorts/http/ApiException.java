package dev.shorts.http;

/** An ApiException is thrown while a request is read, if the request itself is wrong. */
public final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ApiError error;

  public ApiException(ApiError error) {
    super(error.code().name());
    this.error = error;
  }

  public ApiError error() {
    return error;
  }
}
