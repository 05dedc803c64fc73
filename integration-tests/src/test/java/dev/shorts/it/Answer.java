package dev.shorts.it;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** An answer of the API. */
record Answer(HttpResponse<String> response) {

  int status() {
    return response.statusCode();
  }

  Map<String, Object> body() {
    try {
      return JSON.std.mapFrom(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + response.body(), e);
    }
  }

  /** An answer that is a list. */
  List<Object> list() {
    try {
      return JSON.std.listFrom(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + response.body(), e);
    }
  }

  Object field(String name) {
    return body().get(name);
  }

  Object detail(String name) {
    return ((Map<?, ?>) body().get("details")).get(name);
  }

  String text(String name) {
    return String.valueOf(field(name));
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("(none)");
  }

  /** For comparing answers whole. */
  String shown() {
    return status() + " " + response.body();
  }
}
