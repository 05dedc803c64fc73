package dev.shorts.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs programs to their end, without this process's environment. */
public final class ProgramRunner {

  private ProgramRunner() {}

  /**
   * @param folder to run it in
   * @param words the program, and what it is told
   * @return what it said
   * @throws IOException if it failed
   */
  public static String run(Path folder, List<String> words)
      throws IOException, InterruptedException {
    var said = Files.createTempFile("bench-said-", ".txt");
    try {
      var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
      builder.environment().clear();
      int exitCode = builder.redirectOutput(said.toFile()).start().waitFor();
      if (exitCode != 0) {
        throw new IOException(
            "%s ended with %d: %s".formatted(words, exitCode, Files.readString(said)));
      }
      return Files.readString(said);
    } finally {
      Files.delete(said);
    }
  }
}
