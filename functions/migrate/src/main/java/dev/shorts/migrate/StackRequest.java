package dev.shorts.migrate;

import dev.shorts.json.Json;
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

/** What CloudFormation asks of a custom resource, and where it waits for the answer. */
record StackRequest(Map<String, Object> event) {

  /** Never changes: CloudFormation would take another id for another resource, and delete this. */
  private static final String PHYSICAL_ID = "schema-of-shorts-export";

  private static final int TRIES = 3;

  static StackRequest of(byte[] event) {
    return new StackRequest(Json.object(event));
  }

  boolean isDelete() {
    return event.get("RequestType").equals("Delete");
  }

  /** Puts {@code answer} where CloudFormation waits for it: a presigned URL of S3. */
  void answer(StackAnswer answer) throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create((String) event.get("ResponseURL")))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "") // as AWS's own cfn-response: the URL is signed without one
            .PUT(BodyPublishers.ofString(Json.write(body(answer))))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      for (int tries = 1; ; tries++) {
        try {
          var status = http.send(request, BodyHandlers.discarding()).statusCode();
          if (status == 200) {
            return;
          }
          throw new IOException("CloudFormation's URL answers " + status);
        } catch (IOException e) {
          if (tries == TRIES) {
            throw e;
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private Map<String, Object> body(StackAnswer answer) {
    var body = new LinkedHashMap<String, Object>();
    switch (answer) {
      case StackAnswer.Success() -> body.put("Status", "SUCCESS");
      case StackAnswer.Failed(var reason) -> {
        body.put("Status", "FAILED");
        body.put("Reason", reason);
      }
    }
    body.put("PhysicalResourceId", PHYSICAL_ID);
    for (var name : List.of("StackId", "RequestId", "LogicalResourceId")) {
      body.put(name, event.get(name));
    }
    return body;
  }
}
