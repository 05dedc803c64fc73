package dev.shorts.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The environment that {@code template.yaml} gives to a function. */
public final class TemplateEnvironment {

  /** Lambda itself sets it. */
  private static final Map<String, String> LAMBDA = Map.of("AWS_REGION", "eu-central-1");

  private TemplateEnvironment() {}

  /** The wiring needs every name that the template sets for {@code function}, and no other. */
  public static void isExactlyWhatIsReadBy(Consumer<FunctionEnvironment> wiring, String function)
      throws IOException {
    var variables = of(function);
    assertThat(variables).isNotEmpty();
    wiring.accept(with(variables));
    for (var name : variables.keySet()) {
      var fewer = new HashMap<>(variables);
      fewer.remove(name);
      assertThatIllegalStateException()
          .as("%s is set for %s and not read", name, function)
          .isThrownBy(() -> wiring.accept(with(fewer)))
          .withMessageContaining(name);
    }
  }

  /** How long a run of {@code function} may take: its own time-out, or that of all. */
  public static Duration timeout(String function) throws IOException {
    var own = Pattern.compile("(?m)^      Timeout: (\\d+)$").matcher(resource(function));
    var seconds =
        own.find()
            ? own.group(1)
            : group("(?m)^    Timeout: (\\d+)$", Files.readString(template()));
    return Duration.ofSeconds(Long.parseLong(seconds));
  }

  private static String resource(String name) throws IOException {
    return group("(?ms)^  " + name + ":$(.*?)^  \\w", Files.readString(template()));
  }

  private static FunctionEnvironment with(Map<String, String> variables) {
    var all = new HashMap<>(LAMBDA);
    all.putAll(variables);
    return new FunctionEnvironment(all);
  }

  private static Map<String, String> of(String function) throws IOException {
    var block = group("(?m)^        Variables:\\n((?: {10}[\\w#].*\\n)+)", resource(function));
    return Pattern.compile("(?m)^ {10}(\\w+): (.*)$")
        .matcher(block)
        .results()
        .collect(Collectors.toMap(it -> it.group(1), it -> value(it.group(2))));
  }

  /** What is written out, and something for what is only known in a stack. */
  private static String value(String written) {
    return written.startsWith("!") ? "https://example.com/set" : written;
  }

  private static String group(String pattern, String text) {
    var match = Pattern.compile(pattern).matcher(text);
    assertThat(match.find()).as("template.yaml: no %s", pattern).isTrue();
    return match.group(1);
  }

  private static Path template() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
        .map(folder -> folder.resolve("template.yaml"))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow();
  }
}
