package dev.shorts.emulator.sam;

import dev.shorts.emulator.lambda.FunctionSettings;
import dev.shorts.emulator.template.TemplateException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the settings of an {@code AWS::Serverless::Function}.
 *
 * @param root folder that paths in the template are relative to
 * @param layers the folder of each layer, by logical id
 */
record FunctionReader(Path root, Map<String, Path> layers) {

  FunctionSettings read(String id, Properties function) {
    // One machine with one version of each function, and only the disk limits its files.
    function.ignore("Architectures", "AutoPublishAlias", "Description", "EphemeralStorage");
    // All services are on this machine.
    function.ignore("VpcConfig");
    // Without tracing, billing and snapshots.
    function.ignore("SnapStart", "Tags", "Tracing", "VersionDescription");
    function.require("Runtime", "", "java25");
    Properties logging = function.section("LoggingConfig");
    // The host does not log, and each function's lines go to a file.
    logging.ignore("LogGroup", "SystemLogLevel");
    var environment = new LinkedHashMap<>(function.section("Environment").map("Variables"));
    logLevel(logging).ifPresent(level -> environment.put("AWS_LAMBDA_LOG_LEVEL", level));
    return new FunctionSettings(
        id,
        new FunctionSettings.Code(
            root.resolve(function.text("CodeUri")),
            function.text("Handler"),
            function.texts("Layers").stream().map(this::layer).toList()),
        function
            .optionalText("Role")
            .map(arn -> arn.substring(arn.lastIndexOf('/') + 1))
            .orElse(""),
        new FunctionSettings.Limits(
            function.number("MemorySize", 128), Duration.ofSeconds(function.number("Timeout", 3))),
        environment,
        logging.optionalText("LogFormat").orElse("Text"),
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
