package dev.shorts.it.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.it.driver.Cloud;
import dev.shorts.it.http.ApiAnswer;
import dev.shorts.it.http.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * SAM's command line, for the functions of {@code template.yaml} on a running local cloud.
 *
 * @param endpoints what the cloud says of itself
 * @param folder for events and logs
 */
record SamCli(Path endpoints, Path folder) {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** An API that runs until it is closed. */
  record RunningApi(Process process, String url) implements AutoCloseable {

    @Override
    public void close() {
      process.destroy();
      process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
  }

  /**
   * What a function says to one of the events in {@code events/}.
   *
   * @param values what stands in the file, and what is to stand there
   */
  String invoke(String function, String event, Map<String, ?> values)
      throws IOException, InterruptedException {
    var text = Files.readString(Cloud.ROOT.resolve("events").resolve(event));
    for (var value : values.entrySet()) {
      assertThat(text).contains(value.getKey());
      text = text.replace(value.getKey(), value.getValue().toString());
    }
    var file = Files.writeString(folder.resolve(event), text);
    var answer = folder.resolve(function + ".json");
    var sam = start(answer, "local", "invoke", function, "--event", file.toString());
    // It ends well whatever becomes of the function: only what the function says tells.
    assertThat(sam.waitFor()).as(() -> read(log(answer))).isZero();
    assertThat(answer).as(() -> read(log(answer))).content().doesNotContain("errorType");
    return read(answer);
  }

  /** The same for a function of the API. */
  ApiAnswer request(String function, String event, Map<String, ?> values)
      throws IOException, InterruptedException {
    var answer = JsonCodec.map(invoke(function, event, values));
    var headers = HttpHeaders.of(Map.of(), (_, _) -> true);
    return new ApiAnswer((int) answer.get("statusCode"), headers, (String) answer.get("body"));
  }

  /**
   * @param port that is free
   */
  RunningApi startApi(int port) throws IOException {
    var said = folder.resolve("start-api.txt");
    var api =
        new RunningApi(
            start(said, "local", "start-api", "--port", Integer.toString(port)),
            "http://127.0.0.1:" + port);
    Eventually.within(
        PATIENCE, () -> assertThat(read(log(said))).contains("Running on " + api.url()));
    return api;
  }

  private Process start(Path output, String... words) throws IOException {
    var command = new ArrayList<>(List.of("build/sam"));
    command.addAll(List.of(words));
    var sam = new ProcessBuilder(command).directory(Cloud.ROOT.toFile());
    sam.environment().put("ENDPOINTS", endpoints.toString());
    return sam.redirectOutput(output.toFile()).redirectError(log(output).toFile()).start();
  }

  private static Path log(Path output) {
    return output.resolveSibling(output.getFileName() + ".log");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
