package dev.shorts.it;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** An answer of the API. */
record Answer(int status, HttpHeaders headers, String content) {

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  Map<String, Object> body() {
    try {
      return JSON.std.mapFrom(content);
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + content, e);
    }
  }

  /** An answer that is a list. */
  List<Object> list() {
    try {
      return JSON.std.listFrom(content);
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + content, e);
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
    return headers.firstValue(name).orElse("(none)");
  }

  /** For comparing answers whole. */
  String shown() {
    return status() + " " + content;
  }
}
