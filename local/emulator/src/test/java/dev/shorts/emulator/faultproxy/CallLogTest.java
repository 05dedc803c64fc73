package dev.shorts.emulator.faultproxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.shorts.emulator.host.ChildProcesses;
import dev.shorts.emulator.lambda.FunctionProcess;
import dev.shorts.emulator.lambda.InvocationResult.Payload;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests which calls are logged, with their caller and the ids that they concern. */
@Timeout(20)
class CallLogTest {

  private static final String USER = "11111111-0000-4000-8000-000000000001";
  private static final String JOB = "22222222-0000-4000-8000-000000000002";
  private static final String OTHER = "33333333-0000-4000-8000-000000000003";

  @TempDir private Path directory;

  private TestService service;
  private TestProxies proxies;

  @BeforeEach
  void open() throws IOException {
    service = new TestService(CallLogTest::answer);
    proxies = TestProxies.to(service.url());
  }

  @AfterEach
  void close() {
    proxies.close();
    service.close();
  }

  @Test
  void aCallThatNamesOnlyAJobConcernsItsUserToo() throws Exception {
    create("\"stringValue\":\"" + USER + "\"");
    proxies.sqs("SendMessage", "{\"MessageBody\":\"{\\\"job_id\\\":\\\"" + JOB + "\\\"}\"}");
    proxies.get(OTHER);

    assertThat(operations("/" + USER)).containsExactly("create_job", "SendMessage");
    assertThat(operations("/" + JOB)).containsExactly("create_job", "SendMessage");
    assertThat(operations("/" + OTHER)).containsExactly("GetObject");
    assertThat(operations("")).hasSize(3);
  }

  @Test
  void aDeletedMessageConcernsItsJobAndItsUser() throws Exception {
    create("\"stringValue\":\"" + USER + "\"");
    proxies.sqs("ReceiveMessage", "{}");
    proxies.sqs("DeleteMessage", "{\"ReceiptHandle\":\"r-1\"}");
    proxies.sqs("DeleteMessage", "{\"ReceiptHandle\":\"r-2\"}");

    assertThat(operations("/" + JOB)).containsExactly("create_job", "DeleteMessage");
    assertThat(operations("/" + USER)).containsExactly("create_job", "DeleteMessage");
  }

  @Test
  void aStatementWithoutOwnershipIsForwarded() throws Exception {
    assertThat(create("\"isNull\":true").statusCode()).isEqualTo(200);
    assertThat(proxies.sql("from create_job( and no JSON").statusCode()).isEqualTo(200);
  }

  @Test
  void anEventConcernsTheIdsThatItNames() throws Exception {
    var function = proxies.proxies().to("Work", Payload::new);

    function.invoke(("{\"sub\":\"" + USER + "\"}").getBytes(UTF_8));

    assertThat(proxies.calls("/" + USER))
        .containsExactly(
            Map.of("service", "lambda", "operation", "Work", "function", "", "process", ""));
  }

  @Test
  void theCallerIsListedAfterItHasEnded() throws Exception {
    try (var processes = ChildProcesses.under(directory)) {
      var process = processes.start(new ProcessBuilder("true"));
      process.waitFor();
      var caller = new FunctionProcess("Work", OTHER, processes, process, directory);
      try (var of = TestProxies.to(service.url(), caller)) {
        of.send(of.request(AwsService.S3, "/bucket/key").header("User-Agent", "x app/" + OTHER));
        of.send(of.request(AwsService.S3, "/bucket/key").header("User-Agent", "x app/strange"));

        assertThat(of.calls(""))
            .containsExactly(
                called("s3", "GetObject", "Work", OTHER), called("s3", "GetObject", "", ""));
      }
    }
  }

  @Test
  void theOperationsOfS3AreRecognized() throws Exception {
    for (var call :
        List.of(
            "GET /bucket?list-type=2",
            "GET /bucket/?list-type=2",
            "GET /bucket?uploads",
            "GET /bucket/key?x=uploads",
            "HEAD /bucket/key",
            "PUT /bucket/key",
            "PUT /bucket/key?partNumber=1&uploadId=2",
            "POST /bucket?delete",
            "DELETE /bucket/key?uploadId=2")) {
      var words = call.split(" ");
      proxies.send(
          proxies.request(AwsService.S3, words[1]).method(words[0], BodyPublishers.noBody()));
    }

    assertThat(operations(""))
        .containsExactly(
            "ListObjectsV2",
            "ListObjectsV2",
            "ListMultipartUploads",
            "GetObject",
            "HeadObject",
            "PutObject",
            "UploadPart",
            "DeleteObjects",
            "AbortMultipartUpload");
  }

  private HttpResponse<String> create(String user) throws Exception {
    return proxies.sql(
        """
        {"sql": "select * from create_job(:job_id, :user_id)", "parameters": [
          {"name": "job_id", "value": {"stringValue": "%s"}},
          {"name": "user_id", "value": {%s}}]}
        """
            .formatted(JOB, user));
  }

  private List<Object> operations(String about) throws Exception {
    return proxies.calls(about).stream()
        .map(call -> (Object) ((Map<?, ?>) call).get("operation"))
        .toList();
  }

  private static Map<String, String> called(
      String service, String operation, String function, String process) {
    return Map.of(
        "service", service, "operation", operation, "function", function, "process", process);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    boolean messages =
        "AmazonSQS.ReceiveMessage".equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(200, -1);
    } else {
      TestService.answer(
          exchange,
          messages
              ? "{\"Messages\":[{\"ReceiptHandle\":\"r-1\",\"Body\":\"{\\\"job_id\\\":\\\"%s\\\"}\"}]}"
                  .formatted(JOB)
              : "fine");
    }
  }
}
