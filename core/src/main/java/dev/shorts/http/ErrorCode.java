package dev.shorts.http;

/** An ErrorCode names the reason of an error for programs, and has its HTTP status. */
public enum ErrorCode {
  INVALID_INPUT(400),
  SMART_CROP_NOT_AVAILABLE(400),
  SCENE_TOO_LONG(400),
  SCENE_EMPTY(400),
  UNAUTHORIZED(401),
  SCENE_NOT_FOUND(404),
  EXPORT_NOT_FOUND(404),
  EXPORT_EXPIRED(404),
  NOT_FOUND(404),
  IDEMPOTENCY_KEY_REUSED(422),
  EXPORT_LIMIT_EXCEEDED(429),
  INTERNAL_ERROR(500),
  SERVICE_UNAVAILABLE(503);

  private final int status;

  ErrorCode(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }
}
