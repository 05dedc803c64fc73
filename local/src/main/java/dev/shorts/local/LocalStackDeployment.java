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
 * Deploys the template's buckets, queues and rules to a LocalStack through CloudFormation, and
 * deletes them on close. {@code build/localstack_template.py} selects what is deployed.
 */
final class LocalStackDeployment implements AutoCloseable {

  private final Path project;
  private final URI localStack;
  private final String name;
  private final StorageEndpoints storage;

  /**
   * @param name of the stack, unique in the LocalStack
   * @param parameters of the template; the script drops those that it does not need
   */
  LocalStackDeployment(LocalCloudSettings settings, String name, Map<String, String> parameters)
      throws IOException, InterruptedException {
    this.project = settings.project();
    this.localStack = settings.localStack().orElseThrow();
    this.name = name;
    var arguments = new ArrayList<>(List.of("deploy", name, settings.template().toString()));
    parameters.forEach((parameter, value) -> arguments.add(parameter + "=" + value));
    var refs = new HashMap<String, String>();
    JsonCodec.map(run(arguments)).forEach((id, ref) -> refs.put(id, ref.toString()));
    this.storage = new StorageEndpoints(localStack, localStack, refs);
  }

  /** Includes a queue for each rule, named after the rule with {@code Queue} appended. */
  StorageEndpoints storage() {
    return storage;
  }

  @Override
  public void close() throws IOException {
    try {
      run(List.of("delete", name));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private String run(List<String> arguments) throws IOException, InterruptedException {
    var python = project.resolve("target/tools/bin/python");
    if (!Files.isExecutable(python)) {
      throw new IOException("There is no %s: run build/tools.".formatted(python));
    }
    var command =
        new ArrayList<>(
            List.of(
                python.toString(),
                "-B", // no bytecode files in build/
                project.resolve("build/localstack_stack.py").toString(),
                localStack.toString()));
    command.addAll(arguments);
    var process = new ProcessBuilder(command).start();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    var errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("LocalStack at %s: %s".formatted(localStack, errors.strip()));
    }
    return output;
  }
}
