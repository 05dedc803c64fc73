package dev.shorts.emulator.gateway;

import static dev.shorts.emulator.gateway.TestApi.CORS;
import static dev.shorts.emulator.gateway.TestApi.answered;
import static dev.shorts.emulator.gateway.TestApi.returning;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpApiAnswersTest {

  private static final String ANSWER =
      """
      {'statusCode': 202, 'headers': {'Location': '/x', 'Content-Type': 'application/json'},
       'cookies': ['a=1', 'b=2'], 'body': '{}'}
      """;

  private static final CountDownLatch END = new CountDownLatch(1);
  private static TestApi api;

  @BeforeAll
  static void start() throws Exception {
    api =
        new TestApi(
            CORS,
            returning("GET /answer", ANSWER),
            returning("GET /binary", "{'statusCode':200,'body':'AP8=','isBase64Encoded':true}"),
            returning("GET /bare", "{'a':1}"),
            returning("GET /empty", "{'statusCode':204}"),
            returning("GET /broken", "not json"),
            returning("GET /odd", "{'statusCode':'many'}"),
            returning("GET /injecting", "{'statusCode':200,'headers':{'a':'b\\r\\nc: d'}}"),
            new Route(
                "GET /failing",
                Optional.empty(),
                _ -> {
                  throw new IOException("the function failed");
                }),
            new Route(
                "GET /slow",
                Optional.empty(),
                event -> {
                  END.await();
                  return event;
                }));
  }

  @AfterAll
  static void stop() {
    END.countDown();
    api.close();
  }

  @Test
  void theResponseIsThatOfTheFunction() throws Exception {
    var answer = api.send("/answer", _ -> {});

    assertThat(answer).satisfies(answered(202, "{}"));
    assertThat(answer.headers().map())
        .contains(
            entry("location", List.of("/x")),
            entry("content-type", List.of("application/json")),
            entry("set-cookie", List.of("a=1", "b=2")))
        .containsKey("apigw-requestid");
    assertThat(api.send("/binary", _ -> {}).body().getBytes(ISO_8859_1)).hasSize(2);
    assertThat(api.send("/bare", _ -> {})).satisfies(answered(200, "{\"a\":1}"));
    assertThat(api.send("/empty", _ -> {})).satisfies(answered(204, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/failing", "/broken", "/odd", "/injecting"})
  void aFailureOfTheFunctionShowsNoDetails(String path) throws Exception {
    assertThat(api.send(path, _ -> {}))
        .satisfies(answered(500, "{\"message\":\"Internal Server Error\"}"));
  }

  @Test
  void aFunctionThatTakesTooLongGivesA503() throws Exception {
    assertThat(api.send("/slow", _ -> {}))
        .satisfies(answered(503, "{\"message\":\"Service Unavailable\"}"));
  }
}
