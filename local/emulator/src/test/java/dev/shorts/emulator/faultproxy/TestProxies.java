package dev.shorts.emulator.faultproxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.emulator.iam.Permissions;
import dev.shorts.emulator.lambda.FunctionProcess;
import dev.shorts.emulator.lambda.TestProcesses;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Runs proxies of one service, calls it through them and switches faults. */
record TestProxies(FaultProxies proxies, HttpClient http) implements AutoCloseable {

  static TestProxies to(URI service, FunctionProcess... callers) throws IOException {
    return to(service, new Permissions(List.of()), callers);
  }

  static TestProxies to(URI service, Permissions permissions, FunctionProcess... callers)
      throws IOException {
    var proxies =
        new FaultProxies(
            TestService.ANY_PORT, TestProcesses.of(callers), permissions, new TestApplication());
    for (var kind :
        List.of(AwsService.RDS_DATA, AwsService.S3, AwsService.SECRETS_MANAGER, AwsService.SQS)) {
      proxies.open(kind, service);
    }
    return new TestProxies(proxies, HttpClient.newHttpClient());
  }

  /** A request that is sent through a proxy. */
  HttpRequest.Builder request(AwsService service, String target) {
    return HttpRequest.newBuilder(URI.create(proxies.to(service) + target))
        .timeout(Duration.ofSeconds(10));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString(UTF_8));
  }

  /** A call that names {@code id}. */
  HttpResponse<String> get(String id) throws IOException, InterruptedException {
    return send(request(AwsService.S3, "/bucket/" + id));
  }

  HttpResponse<String> sql(String statement) throws IOException, InterruptedException {
    return send(request(AwsService.RDS_DATA, "/Execute").POST(BodyPublishers.ofString(statement)));
  }

  HttpResponse<String> sqs(String operation, String json) throws IOException, InterruptedException {
    return send(
        request(AwsService.SQS, "/")
            .header("X-Amz-Target", "AmazonSQS." + operation)
            .POST(BodyPublishers.ofString(json)));
  }

  /** Switches a fault on, said in JSON with single quotes; its id. */
  int fault(String json) throws IOException, InterruptedException {
    var answer = control("POST", "/faults", json.replace('\'', '"'));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return (int) JsonCodec.map(answer.body()).get("id");
  }

  int fired(int fault) throws IOException, InterruptedException {
    return (int) JsonCodec.map(control("GET", "/faults/" + fault, "").body()).get("fired");
  }

  int switchOff(int fault) throws IOException, InterruptedException {
    return (int) JsonCodec.map(control("DELETE", "/faults/" + fault, "").body()).get("fired");
  }

  List<Object> calls(String about) throws IOException, InterruptedException {
    return JsonCodec.MAPPER.readValue(
        control("GET", "/calls" + about, "").body(), new TypeReference<>() {});
  }

  HttpResponse<String> control(String method, String path, String body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(proxies.url() + path))
            .timeout(Duration.ofSeconds(10))
            .method(method, BodyPublishers.ofString(body)));
  }

  @Override
  public void close() {
    proxies.close();
    http.shutdownNow();
  }
}
