package dev.shorts.emulator.faultproxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.emulator.lambda.InvocationResult.Payload;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the responses of the control server. */
@Timeout(20)
class FaultControlServerTest {

  private static TestProxies proxies;

  @BeforeAll
  static void open() throws IOException {
    proxies = TestProxies.to(URI.create("http://127.0.0.1:1"));
    proxies.proxies().to("Work", Payload::new);
  }

  @AfterAll
  static void close() {
    proxies.close();
  }

  @Test
  void aFaultIsSwitchedOnQueriedAndSwitchedOff() throws Exception {
    var on =
        proxies.control(
            "POST",
            "/faults",
            "{\"service\":\"sqs\",\"operation\":\"SendMessage\",\"effect\":\"drop\"}");
    assertThat(on.statusCode()).isEqualTo(201);
    assertThat(on.headers().firstValue("content-type")).contains("application/json");
    var id = JsonCodec.map(on.body()).get("id");

    for (var method : new String[] {"GET", "DELETE"}) {
      var answer = proxies.control(method, "/faults/" + id, "");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(JsonCodec.map(answer.body())).isEqualTo(Map.of("fired", 0));
    }
    for (var method : new String[] {"GET", "DELETE"}) {
      var answer = proxies.control(method, "/faults/" + id, "");
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("There is no fault " + id + ".");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "drop", "\"drop\"", "7"})
  void jsonThatIsNoObjectIsRefused(String json) throws Exception {
    assertThat(refusal(json)).isEqualTo("A fault is a JSON object.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'operation':'SendMessage','effect':'drop' | service is rds-data, s3, secrets-manager, sqs or lambda.
          'service':'SQS','operation':'SendMessage','effect':'drop' | service is rds-data, s3, secrets-manager, sqs or lambda.
          'service':'sqs','operation':'Send','effect':'drop' | operation is DeleteMessage, GetQueueAttributes, ReceiveMessage or SendMessage.
          'service':'s3','effect':'drop' | operation is AbortMultipartUpload, DeleteObjects, GetObject, HeadObject, ListMultipartUploads, ListObjectsV2 or PutObject.
          'service':'rds-data','operation':'claim','effect':'drop' | operation is claim_job, create_job or get_job.
          'service':'lambda','operation':'Play','effect':'drop' | operation is Work.
          'service':'sqs','operation':'SendMessage' | effect is missing.
          'service':'sqs','operation':'SendMessage','effect':'explode' | effect is answer (status, code), drop, cut, slow (bytes_per_s), delay (ms), repeat, postpone (s), kill, freeze, kill_program (program), full_disk (file) or throttle.
          'service':'sqs','operation':'SendMessage','effect':'answer','code':'X' | status is missing.
          'service':'sqs','operation':'SendMessage','effect':'answer','status':200,'code':'X' | status is a whole number from 400 to 599.
          'service':'sqs','operation':'SendMessage','effect':'answer','status':503,'code':503 | code is a text.
          'service':'sqs','operation':'SendMessage','effect':'delay','ms':0.5 | ms is a whole number from 1 to 2147483647.
          'service':'sqs','operation':'SendMessage','effect':'postpone','s':901 | s is a whole number from 1 to 900.
          'service':'sqs','operation':'SendMessage','effect':'kill_program' | program is missing.
          'service':'sqs','operation':'SendMessage','effect':'drop','when':'later' | when is before or after.
          'service':'sqs','operation':'SendMessage','effect':'drop','times':0 | times is a whole number from 1 to 2147483647.
          'service':'sqs','operation':'SendMessage','effect':'drop','skip':-1 | skip is a whole number from 0 to 2147483647.
          'service':'sqs','operation':'SendMessage','effect':'drop','about':'sam' | about is a UUID.
          'service':'sqs','operation':'SendMessage','effect':'drop','tims':2 | tims says nothing here.
          'service':'sqs','operation':'SendMessage','effect':'drop','ms':2 | ms says nothing here.
          """)
  void aMistakeInAFaultIsNamed(String words, String sentence) throws Exception {
    assertThat(refusal("{" + words.replace('\'', '"') + "}")).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'service':'s3','operation':'PutObject','effect':'throttle' | throttle is for lambda.
          'service':'s3','operation':'GetObject','effect':'cut','when':'before' | cut and slow are of a service's answer that has a body: they come after.
          'service':'s3','operation':'PutObject','effect':'cut' | cut and slow are of a service's answer that has a body: they come after.
          'service':'s3','operation':'HeadObject','effect':'slow','bytes_per_s':9 | cut and slow are of a service's answer that has a body: they come after.
          'service':'s3','operation':'GetObject','effect':'repeat','when':'after' | A service is asked twice before it answers.
          'service':'sqs','operation':'DeleteMessage','effect':'postpone','s':9 | postpone is for SendMessage of sqs, before.
          'service':'sqs','operation':'SendMessage','effect':'postpone','s':9,'when':'after' | postpone is for SendMessage of sqs, before.
          'service':'lambda','operation':'Work','effect':'drop','when':'after' | On the way to a function a fault comes before.
          'service':'lambda','operation':'Work','effect':'cut' | On the way to a function a fault comes before.
          'service':'lambda','operation':'Work','effect':'repeat' | A service is asked twice before it answers.
          'service':'lambda','operation':'Work','effect':'kill' | Harm comes to a process that calls: name a service and what it is asked.
          'service':'lambda','operation':'Work','effect':'answer','status':503,'code':'X' | A function isn't answered for: drop or throttle it.
          """)
  void aFaultThatCouldNeverApplyIsRefused(String words, String sentence) throws Exception {
    assertThat(refusal("{" + words.replace('\'', '"') + "}")).isEqualTo(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /", "GET /fault", "GET /faults", "POST /faults/1", "POST /calls"})
  void anUnknownPathIsAnsweredWithTheKnownOnes(String call) throws Exception {
    var words = call.split(" ");
    var answer = proxies.control(words[0], words[1], "{}");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("POST /faults, GET and DELETE /faults/{id}, GET /calls");
  }

  @Test
  void anIdThatIsNoNumberIsRefused() throws Exception {
    var answer = proxies.control("GET", "/faults/x", "");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("the number that POST has answered");
  }

  private static Object refusal(String json) throws Exception {
    var answer = proxies.control("POST", "/faults", json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    return JsonCodec.map(answer.body()).get("message");
  }
}
