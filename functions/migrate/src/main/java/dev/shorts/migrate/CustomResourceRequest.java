package dev.shorts.migrate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.shorts.json.Json;
import dev.shorts.migrate.CustomResourceResponse.Failed;
import dev.shorts.migrate.CustomResourceResponse.Success;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Reads CloudFormation's request to a custom resource, and sends the response. */
record CustomResourceRequest(Map<String, Object> event) {

  /** Never changes: to CloudFormation another id is another resource, and it deletes this one. */
  private static final String PHYSICAL_ID = "schema-of-shorts-export";

  /**
   * The largest response that CloudFormation takes, in bytes.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html">
   *     CloudFormation: custom resource response objects</a>
   */
  private static final int MOST_BYTES = 4096;

  private static final int TRIES = 3;
  private static final Duration LONGEST_TRY = Duration.ofSeconds(10);

  static CustomResourceRequest of(byte[] event) {
    return new CustomResourceRequest(Json.object(event));
  }

  boolean isDelete() {
    return "Delete".equals(event.get("RequestType"));
  }

  /**
   * Returns whether a failed update is rolled back: then CloudFormation gives the older version of
   * the function as the new property. Failing such a request would leave the stack in
   * UPDATE_ROLLBACK_FAILED.
   */
  boolean isRollback() {
    return version("OldResourceProperties") > version("ResourceProperties");
  }

  /** Returns the number at the end of a published version's ARN. */
  private long version(String properties) {
    var code =
        event.get(properties) instanceof Map<?, ?> values ? String.valueOf(values.get("Code")) : "";
    var number = code.substring(code.lastIndexOf(':') + 1);
    return number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
  }

  /**
   * Sends {@code answer} by a PUT to the presigned URL of the request.
   *
   * @param time for all attempts together
   */
  void answer(CustomResourceResponse answer, Duration time) throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create((String) event.get("ResponseURL")))
            .header("Content-Type", "") // as AWS's own cfn-response: the URL is signed without one
            .PUT(BodyPublishers.ofString(body(answer)))
            .build();
    var share = time.dividedBy(TRIES + 1);
    var each = share.compareTo(LONGEST_TRY) < 0 ? share : LONGEST_TRY;
    var http = HttpClient.newHttpClient();
    try {
      for (int tries = 1; ; tries++) {
        try {
          put(request, http, each);
          return;
        } catch (IOException e) {
          if (tries == TRIES) {
            throw e;
          }
        }
      }
    } finally {
      http.shutdownNow(); // close() would wait for a try that hangs
    }
  }

  private static void put(HttpRequest request, HttpClient http, Duration time) throws IOException {
    try {
      var status =
          http.sendAsync(request, BodyHandlers.discarding())
              .get(time.toMillis(), MILLISECONDS)
              .statusCode();
      if (status != 200) {
        throw new IOException("CloudFormation's URL answers " + status);
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("CloudFormation's URL doesn't answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private String body(CustomResourceResponse answer) {
    return switch (answer) {
      case Success() -> body(Map.of("Status", "SUCCESS"));
      case Failed(var reason) -> failed(reason, reason.length());
    };
  }

  /** Returns the response with as much of the reason as fits. */
  private String failed(String reason, int length) {
    var shown =
        length == reason.length()
            ? reason
            : reason.substring(0, length) + " … (the log has the rest)";
    var body = body(Map.of("Status", "FAILED", "Reason", shown));
    return body.getBytes(UTF_8).length <= MOST_BYTES ? body : failed(reason, length * 9 / 10);
  }

  private String body(Map<String, String> outcome) {
    var body = new LinkedHashMap<String, Object>(outcome);
    body.put("PhysicalResourceId", PHYSICAL_ID);
    for (var name : List.of("StackId", "RequestId", "LogicalResourceId")) {
      body.put(name, event.get(name));
    }
    return Json.write(body);
  }
}
