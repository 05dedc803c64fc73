package dev.shorts.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shorts.emulator.host.JsonCodec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The template's buckets, queues and rules in a LocalStack, deployed through CloudFormation; gone
 * when it is closed. What is deployed is decided in {@code build/localstack_template.py}.
 */
final class LocalStackDeployment implements AutoCloseable {

  private final Path project;
  private final URI localStack;
  private final String name;
  private final StorageEndpoints places;

  /**
   * @param name that no other stack has
   * @param parameters those that what is deployed doesn't refer to are left out
   */
  LocalStackDeployment(LocalCloudSettings settings, String name, Map<String, String> parameters)
      throws IOException, InterruptedException {
    this.project = settings.project();
    this.localStack = settings.localStack().orElseThrow();
    this.name = name;
    var words = new ArrayList<>(List.of("deploy", name, settings.template().toString()));
    parameters.forEach((parameter, value) -> words.add(parameter + "=" + value));
    var refs = new HashMap<String, String>();
    JsonCodec.map(run(words)).forEach((id, ref) -> refs.put(id, ref.toString()));
    this.places = new StorageEndpoints(localStack, localStack, refs);
  }

  /** The queue of a rule too: it has the rule's name, and {@code Queue}. */
  StorageEndpoints places() {
    return places;
  }

  @Override
  public void close() throws IOException {
    try {
      run(List.of("delete", name));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private String run(List<String> words) throws IOException, InterruptedException {
    var python = project.resolve("target/tools/bin/python");
    if (!Files.isExecutable(python)) {
      throw new IOException("There is no %s: run build/tools.".formatted(python));
    }
    var command =
        new ArrayList<>(
            List.of(
                python.toString(),
                "-B", // the build looks at what is in build/
                project.resolve("build/localstack_stack.py").toString(),
                localStack.toString()));
    command.addAll(words);
    var process = new ProcessBuilder(command).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    var wrong = new String(process.getErrorStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("LocalStack at %s: %s".formatted(localStack, wrong.strip()));
    }
    return said;
  }
}
