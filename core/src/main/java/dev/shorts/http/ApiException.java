package dev.shorts.http;

/** Thrown only while a request is being read: the request itself is wrong. */
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
