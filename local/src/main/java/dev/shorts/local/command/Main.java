package dev.shorts.local.command;

import dev.shorts.local.StartException;
import java.nio.file.Path;
import java.util.List;

/** Starts the commands of the Makefile, in the project's root, and sets the exit status. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(status(List.of(arguments)));
  }

  private static int status(List<String> arguments) {
    try {
      Commands.run(arguments, Path.of("").toAbsolutePath(), System.out);
      return 0;
    } catch (UsageException e) {
      System.err.println(e.getMessage());
      return e.status();
    } catch (StartException e) {
      System.err.println(e.getMessage());
      return 1;
    } catch (Exception e) {
      System.err.println("The local cloud failed: " + e);
      return 1;
    }
  }
}
