package dev.shorts.database.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * FormerMigrations are those of databases that were installed before some files were changed and
 * renamed. The changed files lie as they were in the folders of these names.
 */
public enum FormerMigrations {
  FIRST(19),
  SECOND(27),
  /** The last ones before the migrations were renamed. */
  THIRD(28);

  private static final Pattern MIGRATION = Pattern.compile("V(\\d+)__(.*?)(\\.sql(?:\\.conf)?)");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Path CHANGED = Path.of("src/test/resources");

  private final int newest;

  FormerMigrations(int newest) {
    this.newest = newest;
  }

  /** Copies them into {@code folder} and returns where Flyway finds them. */
  public String location(Path folder) throws IOException {
    Properties names = formerNames();
    for (Path file : files(MIGRATIONS)) {
      Matcher current = MIGRATION.matcher(file.getFileName().toString());
      if (current.matches() && Integer.parseInt(current.group(1)) <= newest) {
        String former = names.getProperty(current.group(1), current.group(2));
        Files.copy(
            file,
            folder.resolve("V%s__%s%s".formatted(current.group(1), former, current.group(3))));
      }
    }
    for (Path file : files(CHANGED.resolve(name().toLowerCase()))) {
      String name = file.getFileName().toString();
      Files.copy(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(folder.resolve(name + ".conf"));
    }
    assertThat(files(folder)).filteredOn(file -> file.toString().endsWith(".sql")).hasSize(newest);
    return "filesystem:" + folder;
  }

  private static Properties formerNames() throws IOException {
    try (var text = Files.newBufferedReader(CHANGED.resolve("former-names.properties"))) {
      var names = new Properties();
      names.load(text);
      return names;
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }
}
