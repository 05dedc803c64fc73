package dev.shorts.emulator.lambda;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Builds the environment variables of a function: those that Lambda sets
 * (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html) and those of the
 * template, but none of this process.
 */
final class EnvironmentVariables {

  private static final String SYSTEM_PATH = "/usr/local/bin:/usr/bin:/bin";

  private EnvironmentVariables() {}

  /**
   * The variables that the code and the SDK read.
   *
   * @param additions endpoints of the emulated services
   */
  static Map<String, String> ofCode(FunctionSettings function, Map<String, String> additions) {
    var variables = new TreeMap<>(additions);
    variables.putAll(function.environment());
    variables.put("AWS_ACCESS_KEY_ID", Account.ACCESS_KEY_ID);
    variables.put("AWS_DEFAULT_REGION", Account.REGION);
    variables.put("AWS_REGION", Account.REGION);
    variables.put("AWS_SECRET_ACCESS_KEY", Account.SECRET_ACCESS_KEY);
    variables.put("AWS_SESSION_TOKEN", function.role()); // identifies the role
    return variables;
  }

  /**
   * @param stream name of the log stream, which identifies the execution environment
   * @param additions endpoints of the emulated services
   */
  static Map<String, String> of(
      FunctionSettings function,
      Path taskRoot,
      String runtimeApi,
      String stream,
      Map<String, String> additions) {
    var variables = ofCode(function, additions);
    variables.put("_HANDLER", function.code().handler());
    variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.limits().memory()));
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    variables.put("AWS_LAMBDA_LOG_FORMAT", function.logFormat());
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", stream);
    variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    variables.put("AWS_SDK_UA_APP_ID", stream); // identifies the caller
    variables.put("LAMBDA_TASK_ROOT", taskRoot.toString());
    variables.putIfAbsent("LANG", "en_US.UTF-8");
    variables.putIfAbsent(
        "LD_LIBRARY_PATH", taskRoot + File.pathSeparator + taskRoot.resolve("lib"));
    variables.putIfAbsent("PATH", path(function));
    variables.putIfAbsent("TZ", ":UTC");
    return variables;
  }

  /** The layers' {@code bin} folders come before the machine's own; in Lambda they come last. */
  private static String path(FunctionSettings function) {
    return Stream.concat(
            function.code().layers().stream().map(layer -> layer.resolve("bin").toString()),
            Stream.of(SYSTEM_PATH))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
