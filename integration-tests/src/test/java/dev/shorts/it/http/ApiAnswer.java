package dev.shorts.it.http;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.shorts.emulator.host.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** An answer of the API. */
public record ApiAnswer(int status, HttpHeaders headers, String content) {

  public static ApiAnswer of(HttpResponse<String> response) {
    return new ApiAnswer(response.statusCode(), response.headers(), response.body());
  }

  public Map<String, Object> body() {
    try {
      return JsonCodec.map(content);
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + content, e);
    }
  }

  /** An answer that is a list. */
  public List<Object> list() {
    try {
      return JsonCodec.MAPPER.readValue(content, new TypeReference<List<Object>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + content, e);
    }
  }

  public Object field(String name) {
    return body().get(name);
  }

  public Object detail(String name) {
    return ((Map<?, ?>) body().get("details")).get(name);
  }

  public String text(String name) {
    return String.valueOf(field(name));
  }

  public String header(String name) {
    return headers.firstValue(name).orElse("(none)");
  }

  /** For comparing answers whole. */
  public String shown() {
    return status() + " " + content;
  }
}
