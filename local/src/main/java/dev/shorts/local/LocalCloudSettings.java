package dev.shorts.local;

import static java.util.Objects.requireNonNull;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Configures a local cloud.
 *
 * @param project the root of the repository, with what the build has made
 * @param template {@code template.yaml} or an edited copy of it
 * @param parameters of the template, in place of or besides the local cloud's own values
 * @param address that the API listens on; everything else listens on free ports there
 * @param work parent of the one directory that exists while the cloud runs
 * @param clocksAhead how far functions' wall clocks are ahead of this machine's, by name; negative
 *     if behind
 * @param localStack a LocalStack to take S3, SQS and rules from; empty for the embedded ones
 */
public record LocalCloudSettings(
    Path project,
    Path template,
    Map<String, String> parameters,
    Address address,
    Path work,
    Map<String, Duration> clocksAhead,
    Optional<URI> localStack) {

  /**
   * An address of this machine.
   *
   * @param port 0 is any free one
   */
  public record Address(String bind, int port) {

    public Address {
      requireNonNull(bind, "bind");
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("There is no port " + port + ".");
      }
    }
  }

  public LocalCloudSettings {
    requireNonNull(project, "project");
    requireNonNull(template, "template");
    parameters = Map.copyOf(parameters);
    requireNonNull(address, "address");
    requireNonNull(work, "work");
    clocksAhead = Map.copyOf(clocksAhead);
    requireNonNull(localStack, "localStack");
  }

  /** The unchanged template, on free ports of loopback. */
  public static LocalCloudSettings of(Path project) {
    return new LocalCloudSettings(
        project,
        project.resolve("template.yaml"),
        Map.of(),
        new Address("127.0.0.1", 0),
        Path.of(System.getProperty("java.io.tmpdir")),
        Map.of(),
        Optional.empty());
  }

  /** Uses another template, whose paths are still relative to the project. */
  public LocalCloudSettings with(Path otherTemplate, Map<String, String> otherParameters) {
    return new LocalCloudSettings(
        project, otherTemplate, otherParameters, address, work, clocksAhead, localStack);
  }

  /** Listens at another address. */
  public LocalCloudSettings at(String otherBind, int otherPort) {
    return new LocalCloudSettings(
        project,
        template,
        parameters,
        new Address(otherBind, otherPort),
        work,
        clocksAhead,
        localStack);
  }

  /** Sets the wall clocks of some functions ahead. */
  public LocalCloudSettings with(Map<String, Duration> otherClocks) {
    return new LocalCloudSettings(
        project, template, parameters, address, work, otherClocks, localStack);
  }

  /** Takes S3, SQS and rules from a LocalStack. */
  public LocalCloudSettings with(URI otherLocalStack) {
    return new LocalCloudSettings(
        project, template, parameters, address, work, clocksAhead, Optional.of(otherLocalStack));
  }

  String bind() {
    return address.bind();
  }

  InetSocketAddress anyPort() {
    return new InetSocketAddress(address.bind(), 0);
  }

  InetSocketAddress apiPort() {
    return new InetSocketAddress(address.bind(), address.port());
  }
}
