package dev.shorts.emulator.faultproxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.emulator.httpproxy.ProxyRequest;
import dev.shorts.emulator.httpproxy.ProxyResponse;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names the operation of a request to an AWS service, and writes errors as that service does. */
public enum AwsService {
  /** Its operations are the SQL functions of the {@link ProxiedApplication}. */
  RDS_DATA {

    /** The SQL function that the statement calls; the path if it calls none. */
    @Override
    String operation(ProxyRequest request) {
      var function = SQL_FUNCTION.matcher(request.text());
      return function.find() ? function.group(1) : request.path().substring(1);
    }

    @Override
    ProxyResponse failure(int status, String code) {
      return json(status, code, Map.of("message", MESSAGE));
    }
  },

  S3(
      "AbortMultipartUpload",
      "DeleteObjects",
      "GetObject",
      "HeadObject",
      "ListMultipartUploads",
      "ListObjectsV2",
      "PutObject") {

    @Override
    String operation(ProxyRequest request) {
      boolean bucket = request.path().matches("/[^/]*/?");
      boolean uploads = request.hasParameter("uploads") || request.hasParameter("uploadId");
      return switch (request.method()) {
        case "GET" -> uploads ? "ListMultipartUploads" : bucket ? "ListObjectsV2" : "GetObject";
        case "HEAD" -> bucket ? "HeadBucket" : "HeadObject";
        case "PUT" -> uploads ? "UploadPart" : "PutObject";
        case "DELETE" -> uploads ? "AbortMultipartUpload" : "DeleteObject";
        case "POST" -> request.hasParameter("delete") ? "DeleteObjects" : "PostObject";
        default -> request.method();
      };
    }

    @Override
    ProxyResponse failure(int status, String code) {
      var xml =
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>%s</Code><Message>%s</Message>"
              + "</Error>";
      var headers = Headers.of("Content-Type", "application/xml");
      return ProxyResponse.of(status, headers, xml.formatted(code, MESSAGE).getBytes(UTF_8));
    }
  },

  SECRETS_MANAGER("GetSecretValue") {

    @Override
    String operation(ProxyRequest request) {
      return target(request);
    }

    @Override
    ProxyResponse failure(int status, String code) {
      return json(status, code, Map.of("__type", code, "Message", MESSAGE));
    }
  },

  SQS("DeleteMessage", "GetQueueAttributes", "ReceiveMessage", "SendMessage") {

    @Override
    String operation(ProxyRequest request) {
      return target(request);
    }

    @Override
    ProxyResponse failure(int status, String code) {
      var type = "com.amazonaws.sqs#" + code;
      return json(status, code, Map.of("__type", type, "message", MESSAGE));
    }
  },

  /** Invoked by events and not proxied over HTTP; its operations are the functions. */
  LAMBDA;

  private static final String MESSAGE = "A fault of the local cloud";
  private static final Pattern SQL_FUNCTION = Pattern.compile("(?i)\\bfrom\\s+(\\w+)\\s*\\(");
  private static final Set<String> WITHOUT_RESPONSE_BODY =
      Set.of("AbortMultipartUpload", "HeadObject", "PutObject");

  private final Set<String> operations;

  AwsService(String... operations) {
    this.operations = Set.of(operations);
  }

  /** The operations on which a fault can be put; empty if the application names them. */
  Set<String> operations() {
    return operations;
  }

  boolean hasNoResponseBody(String operation) {
    return WITHOUT_RESPONSE_BODY.contains(operation);
  }

  String operation(ProxyRequest request) {
    throw new IllegalStateException(this + " is not proxied over HTTP");
  }

  /** An error in the format of the service. */
  ProxyResponse failure(int status, String code) {
    throw new IllegalStateException(this + " is not proxied over HTTP");
  }

  /** The error for a caller without the permission. */
  ProxyResponse denial() {
    return failure(403, this == S3 ? "AccessDenied" : "AccessDeniedException");
  }

  /** The name as in {@code AWS_ENDPOINT_URL_*}, in the form {@code rds-data}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws NoSuchElementException if there is no such service
   */
  static AwsService of(String text) {
    return Stream.of(values())
        .filter(service -> service.text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  /** The operation in the header of AWS's JSON protocols. */
  private static String target(ProxyRequest request) {
    return Optional.ofNullable(request.headers().getFirst("X-Amz-Target"))
        .map(target -> target.substring(target.indexOf('.') + 1))
        .orElse(request.method());
  }

  private static ProxyResponse json(int status, String code, Map<String, String> body) {
    var headers = Headers.of("Content-Type", "application/json", "x-amzn-ErrorType", code);
    return ProxyResponse.of(status, headers, JsonCodec.bytes(body));
  }
}
