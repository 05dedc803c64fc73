package dev.shorts.emulator.sam;

import dev.shorts.emulator.lambda.FunctionSettings;
import dev.shorts.emulator.template.TemplateException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what Lambda is told by {@code AWS::Serverless::Function}.
 *
 * @param root what paths in the template are relative to
 * @param layers the folder of each layer, by logical id
 */
record FunctionReader(Path root, Map<String, Path> layers) {

  FunctionSettings read(String id, Properties function) {
    // One machine with one version of each function, and no limit on files but the disk's.
    function.ignore("Architectures", "AutoPublishAlias", "Description", "EphemeralStorage");
    // Every room is on this machine.
    function.ignore("VpcConfig");
    // Nothing is traced, billed or restored from a snapshot.
    function.ignore("SnapStart", "Tags", "Tracing", "VersionDescription");
    function.require("Runtime", "", "java25");
    Properties logging = function.section("LoggingConfig");
    // The host doesn't log; each function's lines go to a file.
    logging.ignore("LogGroup", "SystemLogLevel");
    var environment = new LinkedHashMap<>(function.section("Environment").map("Variables"));
    logLevel(logging).ifPresent(level -> environment.put("AWS_LAMBDA_LOG_LEVEL", level));
    return new FunctionSettings(
        id,
        root.resolve(function.text("CodeUri")),
        function.text("Handler"),
        function
            .optionalText("Role")
            .map(arn -> arn.substring(arn.lastIndexOf('/') + 1))
            .orElse(""),
        function.number("MemorySize", 128),
        Duration.ofSeconds(function.number("Timeout", 3)),
        environment,
        logging.optionalText("LogFormat").orElse("Text"),
        function.texts("Layers").stream().map(this::layer).toList(),
        Duration.ZERO);
  }

  private static Optional<String> logLevel(Properties logging) {
    return logging.optionalText("ApplicationLogLevel");
  }

  private Path layer(String id) {
    return Optional.ofNullable(layers.get(id))
        .orElseThrow(() -> new TemplateException("there is no layer %s", id));
  }
}
