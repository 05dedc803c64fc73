package dev.shorts.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Migrations as databases have them that were installed before some files were changed. Those lie
 * as they were in the folders of these names.
 */
enum FormerMigrations {
  FIRST(19),
  SECOND(27);

  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Path CHANGED = Path.of("src/test/resources");

  private final int newest;

  FormerMigrations(int newest) {
    this.newest = newest;
  }

  /** Copies them into {@code folder} and returns where Flyway finds them. */
  String location(Path folder) throws IOException {
    for (Path file : files(MIGRATIONS)) {
      String name = file.getFileName().toString();
      if (name.matches("V\\d+__.*\\.sql")
          && Integer.parseInt(name.substring(1, name.indexOf('_'))) <= newest) {
        Files.copy(file, folder.resolve(name));
      }
    }
    for (Path file : files(CHANGED.resolve(name().toLowerCase()))) {
      Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(files(folder)).hasSize(newest);
    return "filesystem:" + folder;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }
}
