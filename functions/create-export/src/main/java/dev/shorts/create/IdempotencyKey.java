package dev.shorts.create;

import dev.shorts.http.ApiError;
import dev.shorts.http.ApiException;
import java.util.regex.Pattern;

/** An IdempotencyKey identifies a request, so that repeating it does not create a second export. */
record IdempotencyKey(String value) {

  private static final String ALLOWED = "1 to 255 visible ASCII characters without comma";
  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E&&[^,]]{1,255}");

  IdempotencyKey {
    if (!FORM.matcher(value).matches()) {
      throw new ApiException(
          ApiError.invalid(
              "Idempotency-Key", ALLOWED, "The header Idempotency-Key takes " + ALLOWED + "."));
    }
  }
}
