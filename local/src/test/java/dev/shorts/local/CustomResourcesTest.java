package dev.shorts.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.emulator.lambda.InvocationResult.FunctionError;
import dev.shorts.emulator.lambda.InvocationResult.Payload;
import dev.shorts.emulator.lambda.Invoker;
import dev.shorts.emulator.template.CustomResource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomResourcesTest {

  private static final CustomResource MIGRATION =
      new CustomResource("Migration", "Custom::Migration", "Migrate", Map.of("Code", "1"));
  private static final InetSocketAddress ANY_PORT = new InetSocketAddress("127.0.0.1", 0);

  @Test
  void aCustomResourceIsCreatedByItsFunction() throws Exception {
    var seen = new HashMap<String, Object>();

    CustomResources.create(
        MIGRATION,
        event -> {
          seen.putAll(json(event));
          return put(event, "{\"Status\": \"SUCCESS\", \"PhysicalResourceId\": \"x\"}");
        },
        ANY_PORT);

    assertThat(seen)
        .containsEntry("RequestType", "Create")
        .containsEntry("LogicalResourceId", "Migration")
        .containsEntry("ResourceProperties", Map.of("Code", "1"))
        .containsKeys("RequestId", "ResponseURL", "StackId", "ResourceType");
  }

  @Test
  void aFailureHasTheReasonThatTheFunctionGives() {
    assertThatThrownBy(
            () ->
                create(
                    event -> put(event, "{\"Status\": \"FAILED\", \"Reason\": \"no such role\"}")))
        .isInstanceOf(StartException.class)
        .hasMessage("Migration failed: no such role");
    assertThatThrownBy(() -> create(_ -> new FunctionError("Sandbox.Timedout", "too slow")))
        .hasMessage("Migrate failed: Sandbox.Timedout: too slow");
    assertThatThrownBy(() -> create(_ -> new Payload(new byte[0])))
        .hasMessage("Migration failed: it didn't answer CloudFormation");
  }

  private static void create(Invoker function) throws Exception {
    CustomResources.create(MIGRATION, function, ANY_PORT);
  }

  private static Payload put(byte[] event, String answer) throws InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var url = URI.create((String) json(event).get("ResponseURL"));
      var put = HttpRequest.newBuilder(url).PUT(BodyPublishers.ofString(answer)).build();
      assertThat(http.send(put, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
      return new Payload(new byte[0]);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> json(byte[] bytes) {
    try {
      return JsonCodec.map(bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
