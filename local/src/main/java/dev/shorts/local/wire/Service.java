package dev.shorts.local.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A service of AWS as it is spoken to: which operation a request is, and what an error is. */
public enum Service {
  RDS_DATA {
    private static final Pattern SQL_FUNCTION = Pattern.compile("(?i)\\bfrom\\s+(\\w+)\\s*\\(");

    /** The SQL function that is called; the Data API's own operation where there is none. */
    @Override
    String operation(Request request) {
      var function = SQL_FUNCTION.matcher(request.text());
      return function.find() ? function.group(1) : request.path().substring(1);
    }

    @Override
    Failure failure(int status, String code) {
      return json(status, code, Map.of("message", MESSAGE));
    }
  },

  S3 {
    @Override
    String operation(Request request) {
      boolean bucket = request.path().indexOf('/', 1) < 0;
      boolean uploads = request.hasParameter("uploads") || request.hasParameter("uploadId");
      return switch (request.method()) {
        case "GET" -> uploads ? "ListMultipartUploads" : bucket ? "ListObjectsV2" : "GetObject";
        case "HEAD" -> bucket ? "HeadBucket" : "HeadObject";
        case "PUT" -> "PutObject";
        case "DELETE" -> uploads ? "AbortMultipartUpload" : "DeleteObject";
        case "POST" -> request.hasParameter("delete") ? "DeleteObjects" : "PostObject";
        default -> request.method();
      };
    }

    @Override
    Failure failure(int status, String code) {
      var headers = new Headers();
      headers.set("Content-Type", "application/xml");
      var xml =
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>%s</Code><Message>%s</Message>"
              + "</Error>";
      return new Failure(status, headers, xml.formatted(code, MESSAGE).getBytes(UTF_8));
    }
  },

  SQS {
    @Override
    String operation(Request request) {
      return Optional.ofNullable(request.headers().getFirst("X-Amz-Target"))
          .map(target -> target.substring(target.indexOf('.') + 1))
          .orElse(request.method());
    }

    @Override
    Failure failure(int status, String code) {
      var type = "com.amazonaws.sqs#" + code;
      return json(status, code, Map.of("__type", type, "message", MESSAGE));
    }
  },

  /** Called by events, not by the wire: its operations are the functions. */
  LAMBDA {
    @Override
    String operation(Request request) {
      throw new IllegalStateException("Lambda is not behind a wire");
    }

    @Override
    Failure failure(int status, String code) {
      throw new IllegalStateException("Lambda is not behind a wire");
    }
  };

  private static final String MESSAGE = "A fault of the local cloud";

  /** An error as the service would send it. */
  record Failure(int status, Headers headers, byte[] body) {}

  abstract String operation(Request request);

  abstract Failure failure(int status, String code);

  /** In the words of {@code AWS_ENDPOINT_URL_*}: {@code rds-data}, {@code s3}, {@code sqs}. */
  public String text() {
    return name().toLowerCase().replace('_', '-');
  }

  static Optional<Service> of(String text) {
    return Stream.of(values()).filter(service -> service.text().equals(text)).findFirst();
  }

  private static Failure json(int status, String code, Map<String, String> body) {
    var headers = new Headers();
    headers.set("Content-Type", "application/json");
    headers.set("x-amzn-ErrorType", code);
    try {
      return new Failure(status, headers, JSON.std.asBytes(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
