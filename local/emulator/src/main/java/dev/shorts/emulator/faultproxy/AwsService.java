package dev.shorts.emulator.faultproxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import dev.shorts.emulator.host.JsonCodec;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A service of AWS as it is spoken to: which operation a request is, and what an error is. */
public enum AwsService {
  RDS_DATA(
      "claim_scene_export",
      "complete_scene_export",
      "create_scene_export",
      "delete_scene_exports",
      "expired_scene_exports",
      "fail_scene_export",
      "get_scene_export",
      "mark_scene_exports_deleted",
      "release_scene_export",
      "renew_scene_export",
      "settle_dead_letter",
      "sweep_scene_exports",
      "take_back_scene_export") {

    /** The SQL function that is called; the Data API's own operation where there is none. */
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

  /** Called by events, not by the wire: its operations are the functions. */
  LAMBDA;

  private static final String MESSAGE = "A fault of the local cloud";
  private static final Pattern SQL_FUNCTION = Pattern.compile("(?i)\\bfrom\\s+(\\w+)\\s*\\(");
  private static final Set<String> WITHOUT_BODY =
      Set.of("AbortMultipartUpload", "HeadObject", "PutObject");

  private final Set<String> operations;

  AwsService(String... operations) {
    this.operations = Set.of(operations);
  }

  /** What our functions ask of it. */
  Set<String> operations() {
    return operations;
  }

  boolean answersWithoutBody(String operation) {
    return WITHOUT_BODY.contains(operation);
  }

  String operation(ProxyRequest request) {
    throw new IllegalStateException(this + " is not behind a wire");
  }

  /** An error as the service would send it. */
  ProxyResponse failure(int status, String code) {
    throw new IllegalStateException(this + " is not behind a wire");
  }

  /** What a caller is told that may not call. */
  ProxyResponse denial() {
    return failure(403, this == S3 ? "AccessDenied" : "AccessDeniedException");
  }

  /** In the words of {@code AWS_ENDPOINT_URL_*}, such as {@code rds-data}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws NoSuchElementException if there is none
   */
  static AwsService of(String text) {
    return Stream.of(values())
        .filter(service -> service.text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  /** What AWS's JSON protocols say in a header. */
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
