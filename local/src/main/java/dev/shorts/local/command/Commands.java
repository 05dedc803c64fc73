package dev.shorts.local.command;

import dev.shorts.local.LocalCloud;
import dev.shorts.local.LocalCloudSettings;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/** Runs the commands {@code demo}, {@code short} and {@code local}. */
public final class Commands {

  private static final String USAGE =
      "Say demo, short --video FILE --from SECONDS --to SECONDS, or local [--bind ADDRESS] [--port"
          + " PORT] [--clock-skew FUNCTION=SECONDS].";

  private static final Pattern CLOCK_SKEW = Pattern.compile("(\\w+)=([+-]?\\d{1,9})");

  private final Path project;
  private final PrintStream out;

  private Commands(Path project, PrintStream out) {
    this.project = project;
    this.out = out;
  }

  /**
   * @param arguments command and options
   * @param project the root of the repository
   */
  public static void run(List<String> arguments, Path project, PrintStream out) throws Exception {
    if (arguments.isEmpty()) {
      throw UsageException.usage(USAGE);
    }
    var commands = new Commands(project, out);
    List<String> options = arguments.subList(1, arguments.size());
    switch (arguments.getFirst()) {
      case "demo" -> {
        Arguments.parse(options, Set.of());
        commands.make(ShortRequest.demo(project));
      }
      case "short" ->
          commands.make(
              ShortRequest.of(
                  Arguments.parse(
                      options, Set.of("video", "from", "to", "strategy", "quality", "out")),
                  project));
      case "local" ->
          commands.runUntilStopped(Arguments.parse(options, Set.of("bind", "port", "clock-skew")));
      default -> throw UsageException.usage(USAGE);
    }
  }

  private void make(ShortRequest request) throws Exception {
    var times = new Stopwatch(System::nanoTime);
    out.println("Starting the local cloud");
    try (var session =
        new CloudSession(new LocalCloud(LocalCloudSettings.of(project), out::println))) {
      session.run(
          endpoints -> {
            times.lap("start");
            var probe = VideoProbe.ofLayer(project.resolve("layers/ffmpeg/target/layer"));
            new MakeShort(endpoints, probe, out).make(request, times);
          });
    }
  }

  private void runUntilStopped(Arguments arguments) throws Exception {
    Path file = project.resolve("local/target/endpoints.json");
    LocalCloudSettings settings = settings(arguments).with(clocks(arguments));
    out.println("Starting the local cloud");
    try (var session = new CloudSession(new LocalCloud(settings, out::println))) {
      session.succeedWhenStopped(() -> Files.deleteIfExists(file));
      session.run(
          endpoints -> {
            endpoints.write(file);
            StartupBanner.describe(endpoints, VideoFile.sample(project), out);
            new CountDownLatch(1).await();
          });
    }
  }

  private static Map<String, Duration> clocks(Arguments arguments) throws UsageException {
    Optional<String> skew = arguments.get("clock-skew");
    if (skew.isEmpty()) {
      return Map.of();
    }
    var skewed = CLOCK_SKEW.matcher(skew.get());
    if (!skewed.matches()) {
      throw UsageException.usage(
          "--clock-skew is a function and seconds, as in TranscodeFunction=+600.");
    }
    return Map.of(skewed.group(1), Duration.ofSeconds(Long.parseLong(skewed.group(2))));
  }

  private LocalCloudSettings settings(Arguments arguments) throws UsageException {
    var settings = LocalCloudSettings.of(project);
    String port = arguments.get("port").orElse("0");
    try {
      return settings.at(
          arguments.get("bind").orElse(settings.address().bind()), Integer.parseInt(port));
    } catch (IllegalArgumentException _) {
      throw UsageException.usage("There is no port %s.".formatted(port));
    }
  }
}
