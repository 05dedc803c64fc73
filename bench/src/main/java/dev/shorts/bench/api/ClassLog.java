package dev.shorts.bench.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A ClassLog counts the classes that a JVM loaded until its first answer, by its {@code
 * -Xlog:class+load}.
 *
 * @param shared that came ready from the JDK's archive
 * @param jdk that had to be read from the JDK
 * @param jars that had to be read from jars: of the zip, and of Lambda's client
 * @param made while it ran: lambdas, method handles
 * @param main when the main class was loaded, in ms since the JVM started
 */
record ClassLog(int shared, int jdk, int jars, int made, double main) {

  private static final Pattern LINE = Pattern.compile("\\[([0-9.]+)s\\] (\\S+) source: (.*)");
  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /** What has a function's JVM write the log. */
  static Map<String, String> variables(Path file) {
    return Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=%s:uptime".formatted(file));
  }

  static ClassLog read(Path file) throws IOException {
    return parse(Files.readAllLines(file));
  }

  static ClassLog parse(List<String> lines) {
    var loaded = lines.stream().map(LINE::matcher).filter(Matcher::matches).toList();
    int shared = count(loaded, "shared objects file");
    int jdk = count(loaded, "jrt:/");
    int jars = count(loaded, "file:/");
    var main =
        loaded.stream()
            .filter(line -> line.group(2).equals(MAIN))
            .mapToDouble(line -> 1000 * Double.parseDouble(line.group(1)))
            .findFirst()
            .orElseThrow();
    return new ClassLog(shared, jdk, jars, loaded.size() - shared - jdk - jars, main);
  }

  private static int count(List<Matcher> loaded, String source) {
    return Math.toIntExact(
        loaded.stream().filter(line -> line.group(3).startsWith(source)).count());
  }

  int total() {
    return shared + jdk + jars + made;
  }
}
