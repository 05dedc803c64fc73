package dev.shorts.emulator.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes a zip that holds {@link TestHandler} only, and its settings. */
public final class TestFunction {

  private TestFunction() {}

  static FunctionSettings in(Path directory) throws IOException {
    return new FunctionSettings(
        "TestFunction",
        new FunctionSettings.Code(
            zip(directory.resolve("test.zip")), TestHandler.class.getName(), List.of()),
        "TestRole",
        new FunctionSettings.Limits(256, Duration.ofSeconds(20)),
        Map.of("GREETING", "hello"),
        "JSON",
        Duration.ZERO);
  }

  public static FunctionSettings with(
      FunctionSettings function, Duration timeout, Map<String, String> environment) {
    return new FunctionSettings(
        function.name() + environment.size() + timeout.toMillis(),
        function.code(),
        function.role(),
        new FunctionSettings.Limits(function.limits().memory(), timeout),
        environment,
        function.logFormat(),
        function.clockAhead());
  }

  public static Path zip(Path file) throws IOException {
    String name = TestHandler.class.getName().replace('.', '/') + ".class";
    try (var zip = new ZipOutputStream(Files.newOutputStream(file));
        var bytes = TestHandler.class.getResourceAsStream("/" + name)) {
      zip.putNextEntry(new ZipEntry(name));
      bytes.transferTo(zip);
    }
    return file;
  }
}
