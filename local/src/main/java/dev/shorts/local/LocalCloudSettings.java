package dev.shorts.local;

import static java.util.Objects.requireNonNull;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How a local cloud is to be.
 *
 * @param project the root of the repository, with what the build has made
 * @param template a copy of {@code template.yaml}, or the file itself
 * @param parameters of the template, where they aren't what the local cloud would give
 * @param bind the address at which everything listens, and that is advertised
 * @param port of the API; 0 is any free one
 * @param work where its one directory is made while it runs
 * @param clocksAhead how far functions' wall clocks are ahead of ours, by name; behind, if negative
 * @param localStack a LocalStack that gives S3, SQS and rules; empty: our own
 */
public record LocalCloudSettings(
    Path project,
    Path template,
    Map<String, String> parameters,
    String bind,
    int port,
    Path work,
    Map<String, Duration> clocksAhead,
    Optional<URI> localStack) {

  public LocalCloudSettings {
    requireNonNull(project, "project");
    requireNonNull(template, "template");
    parameters = Map.copyOf(parameters);
    requireNonNull(bind, "bind");
    requireNonNull(work, "work");
    clocksAhead = Map.copyOf(clocksAhead);
    requireNonNull(localStack, "localStack");
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("There is no port " + port + ".");
    }
  }

  /** The template as it is, on free ports of loopback. */
  public static LocalCloudSettings of(Path project) {
    return new LocalCloudSettings(
        project,
        project.resolve("template.yaml"),
        Map.of(),
        "127.0.0.1",
        0,
        Path.of(System.getProperty("java.io.tmpdir")),
        Map.of(),
        Optional.empty());
  }

  /** With another template; what it names is still looked for in the project. */
  public LocalCloudSettings with(Path otherTemplate, Map<String, String> otherParameters) {
    return new LocalCloudSettings(
        project, otherTemplate, otherParameters, bind, port, work, clocksAhead, localStack);
  }

  public LocalCloudSettings at(String otherBind, int otherPort) {
    return new LocalCloudSettings(
        project, template, parameters, otherBind, otherPort, work, clocksAhead, localStack);
  }

  /** With wall clocks that aren't ours for some functions. */
  public LocalCloudSettings with(Map<String, Duration> otherClocks) {
    return new LocalCloudSettings(
        project, template, parameters, bind, port, work, otherClocks, localStack);
  }

  /** With S3, SQS and rules of a LocalStack. */
  public LocalCloudSettings with(URI otherLocalStack) {
    return new LocalCloudSettings(
        project, template, parameters, bind, port, work, clocksAhead, Optional.of(otherLocalStack));
  }

  InetSocketAddress anyPort() {
    return new InetSocketAddress(bind, 0);
  }

  InetSocketAddress apiPort() {
    return new InetSocketAddress(bind, port);
  }
}
