package dev.shorts.emulator.lambda;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Builds the command line that runs a handler in a JVM by AWS's runtime interface client.
 *
 * @param launcher prefix of the command line; may be empty
 * @param classPath the client and its dependencies only
 * @param nativeLibrary unpacked once: the client itself would unpack it to a fixed path, and two
 *     that start at the same time would crash
 */
record RuntimeClient(List<String> launcher, String classPath, Path nativeLibrary) {

  private static final String PACKAGE = "com.amazonaws.services.lambda.runtime.";
  private static final String CLIENT = PACKAGE + "api.client.";

  /** One class of each jar that the client needs. */
  private static final List<String> ONE_OF_EACH_JAR =
      List.of(
          CLIENT + "AWSLambda",
          PACKAGE + "RequestStreamHandler",
          PACKAGE + "serialization.PojoSerializer",
          "software.amazon.awssdk.utilslite.SdkInternalThreadLocal");

  static RuntimeClient unpackedTo(Path directory, List<String> launcher) throws IOException {
    String library = "/jni/libaws-lambda-jni.%s.so".formatted(platform());
    Path file = directory.resolve("libaws-lambda-jni.so");
    try (var bytes = type(CLIENT + "AWSLambda").getResourceAsStream(library)) {
      if (bytes == null) {
        throw new IOException("AWS's runtime interface client has no " + library);
      }
      Files.copy(bytes, file);
    }
    String jars =
        ONE_OF_EACH_JAR.stream().map(RuntimeClient::jar).collect(joining(File.pathSeparator));
    return new RuntimeClient(launcher, jars, file);
  }

  /**
   * The command of the managed runtime: C1 only, serial collector, 85 % of the memory as heap. The
   * JVM's performance file is off, since it would stay in the temporary folder.
   */
  List<String> command(FunctionSettings function, Path temporary) {
    var jvm =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:MaxHeapSize=%dk".formatted(function.limits().memory() * 870L),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.io.tmpdir=" + temporary,
            "-D" + CLIENT + "runtimeapi.NativeClient.JNI=" + nativeLibrary,
            "-cp",
            classPath,
            CLIENT + "AWSLambda",
            function.code().handler());
    return Stream.of(launcher, jvm).flatMap(List::stream).toList();
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    return (system.startsWith("linux") ? "linux" : system.replace(" ", "")) + "-" + machine;
  }

  private static String jar(String className) {
    try {
      return Path.of(type(className).getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name, false, RuntimeClient.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
