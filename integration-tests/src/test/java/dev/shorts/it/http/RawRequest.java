package dev.shorts.it.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A request as bytes, so that nothing puts it right before it is sent.
 *
 * @param headers whole lines, in UTF-8
 * @param body as it is sent
 */
public record RawRequest(String method, String target, List<String> headers, byte[] body) {

  private static final int PATIENCE_MS = 40_000;

  public RawRequest {
    headers = List.copyOf(headers);
  }

  public static RawRequest of(String method, String target) {
    return new RawRequest(method, target, List.of(), new byte[0]);
  }

  public RawRequest header(String line) {
    var more = Stream.concat(headers.stream(), Stream.of(line)).toList();
    return new RawRequest(method, target, more, body);
  }

  public RawRequest body(byte[] bytes) {
    return header("Content-Length: " + bytes.length).chunks(bytes);
  }

  /** The bytes alone: how they end is said by themselves. */
  public RawRequest chunks(byte[] bytes) {
    return new RawRequest(method, target, headers, bytes);
  }

  public ApiAnswer to(URI api) {
    try (var socket = new Socket(api.getHost(), api.getPort())) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.getOutputStream().write(bytes());
      return read(new String(socket.getInputStream().readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] bytes() throws IOException {
    var head = new ArrayList<String>();
    head.add("%s %s HTTP/1.1".formatted(method, target));
    head.add("Host: localhost");
    head.add("Connection: close");
    head.addAll(headers);
    var bytes = new ByteArrayOutputStream();
    bytes.write((String.join("\r\n", head) + "\r\n\r\n").getBytes(UTF_8));
    bytes.write(body);
    return bytes.toByteArray();
  }

  private static ApiAnswer read(String answer) {
    var parts = answer.replaceFirst("(?s)^HTTP/1.1 100 .*?\r\n\r\n", "").split("\r\n\r\n", 2);
    var lines = parts[0].lines().toList();
    var headers = new TreeMap<String, List<String>>();
    for (var line : lines.subList(1, lines.size())) {
      var header = line.split(": ?", 2);
      headers.computeIfAbsent(header[0], _ -> new ArrayList<>()).add(header[1]);
    }
    return new ApiAnswer(
        Integer.parseInt(lines.getFirst().split(" ")[1]),
        HttpHeaders.of(Map.copyOf(headers), (_, _) -> true),
        parts[1]);
  }
}
