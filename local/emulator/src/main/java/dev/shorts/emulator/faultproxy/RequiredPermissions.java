package dev.shorts.emulator.faultproxy;

import static java.net.URLDecoder.decode;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shorts.emulator.httpproxy.ProxyRequest;
import dev.shorts.emulator.iam.AccessRequest;
import dev.shorts.emulator.lambda.Account;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Lists the permissions that a call needs, by AWS's service authorization reference
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html).
 */
final class RequiredPermissions {

  private static final Pattern KEY_TO_DELETE = Pattern.compile("<Key>([^<]*)</Key>");

  private RequiredPermissions() {}

  static List<AccessRequest> of(Call call, ProxyRequest request) {
    return switch (call.service()) {
      case RDS_DATA -> ofStatement(request);
      case S3 -> ofStore(request, call.operation());
      case SECRETS_MANAGER -> List.of(secret(request.json().path("SecretId")));
      case SQS -> List.of(ofQueue(call.operation(), request.json()));
      case LAMBDA -> List.of();
    };
  }

  /** Without this permission S3 answers 403 instead of 404 for a missing object. */
  static AccessRequest toSeeMissingObjects(ProxyRequest request) {
    return new AccessRequest("s3:ListBucket", bucket(request), Map.of("s3:prefix", key(request)));
  }

  /** The Data API reads the secret with the caller's permissions. */
  private static List<AccessRequest> ofStatement(ProxyRequest request) {
    var json = request.json();
    var operation = request.path().substring(1);
    var action = operation.equals("Execute") ? "ExecuteStatement" : operation;
    return List.of(
        new AccessRequest("rds-data:" + action, json.path("resourceArn").asText()),
        secret(json.path("secretArn")));
  }

  private static List<AccessRequest> ofStore(ProxyRequest request, String operation) {
    var object = bucket(request) + "/" + key(request);
    return switch (operation) {
      case "DeleteObjects" ->
          KEY_TO_DELETE
              .matcher(request.text())
              .results()
              .map(
                  key -> new AccessRequest("s3:DeleteObject", bucket(request) + "/" + key.group(1)))
              .toList();
      case "HeadBucket", "ListObjectsV2" -> {
        var prefix = decode(request.parameter("prefix").orElse(""), UTF_8);
        yield List.of(
            new AccessRequest("s3:ListBucket", bucket(request), Map.of("s3:prefix", prefix)));
      }
      case "HeadObject" -> List.of(new AccessRequest("s3:GetObject", object));
      case "ListMultipartUploads" ->
          List.of(new AccessRequest("s3:ListBucketMultipartUploads", bucket(request)));
      case "UploadPart", "PostObject" -> List.of(new AccessRequest("s3:PutObject", object));
      default -> List.of(new AccessRequest("s3:" + operation, object));
    };
  }

  private static AccessRequest ofQueue(String operation, JsonNode json) {
    var url = json.path("QueueUrl").asText();
    return new AccessRequest(
        "sqs:" + operation, Account.arn("sqs", url.substring(url.lastIndexOf('/') + 1)));
  }

  private static AccessRequest secret(JsonNode arn) {
    return new AccessRequest("secretsmanager:GetSecretValue", arn.asText());
  }

  private static String bucket(ProxyRequest request) {
    return "arn:aws:s3:::" + request.path().split("/", 3)[1];
  }

  private static String key(ProxyRequest request) {
    var parts = request.path().split("/", 3);
    return parts.length == 3 ? decode(parts[2].replace("+", "%2B"), UTF_8) : "";
  }
}
