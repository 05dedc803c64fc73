package dev.shorts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The code that broke a rule when the rule was made, one name a line in {@code
 * exceptions/NAME.txt}. Such a list may only shrink.
 */
record ExceptionList(String name, List<String> names) {

  private static final Path MODULE = SourceTree.ROOT.resolve("build/house-rules");

  /** The list of that name; what follows a {@code #} is a comment. */
  static ExceptionList read(String name) {
    return new ExceptionList(name, lines("exceptions/" + name + ".txt"));
  }

  static List<String> lines(String file) {
    try {
      return Files.readAllLines(MODULE.resolve(file)).stream()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Keeps what a list would have to hold now in target/found, for whoever moves or renames much.
   */
  static void keep(String name, Collection<String> lines) {
    try {
      var folder = Files.createDirectories(MODULE.resolve("target/found"));
      Files.write(folder.resolve(name + ".txt"), new TreeSet<>(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Checks the repository's offenders against the list of that name. */
  static void check(String name, Collection<String> offenders) {
    keep(name, offenders);
    read(name).areExactly(offenders);
  }

  /** Fails when something else than what is listed offends, and when what is listed does not. */
  void areExactly(Collection<String> offenders) {
    var added = new TreeSet<>(offenders);
    names.forEach(added::remove);
    assertThat(added).as("breaks a rule of CONTRIBUTING.md: %s", name).isEmpty();
    var settled = new TreeSet<>(names);
    settled.removeAll(offenders);
    assertThat(settled).as("keeps the rule now: take it off %s.txt", name).isEmpty();
  }
}
