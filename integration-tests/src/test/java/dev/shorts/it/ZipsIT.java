package dev.shorts.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is deployed: small, and nothing in it that has no business there. */
@Tag("embedded") // asks no cloud
class ZipsIT {

  private static final long MIB = 1024 * 1024;

  @ParameterizedTest
  @ValueSource(strings = {"create-export", "get-export", "transcode", "cleanup", "migrate"})
  void holdsJarsAndTheirNativeLibraryInLib(String function) throws IOException {
    assertThat(entries(function)).allMatch(name -> name.matches("lib/|lib/[^/]+\\.(jar|so)"));
    assertThat(entries(function)).contains("lib/libaws-crt-jni.so");
  }

  @ParameterizedTest
  @ValueSource(strings = {"create-export", "get-export"})
  void ofTheApiIsUnder20MiB(String function) throws IOException {
    assertThat(Files.size(zip(function))).isLessThan(20 * MIB);
  }

  @ParameterizedTest
  @ValueSource(strings = {"create-export", "get-export", "transcode", "cleanup"})
  void carriesNeitherJdbcNorFlywayNorTheLocalCloud(String function) throws IOException {
    assertThat(entries(function))
        .noneMatch(
            name -> name.matches(".*(postgresql|flyway|local-|junit|netty|apache-client).*"));
  }

  private static List<String> entries(String function) throws IOException {
    try (var zip = new ZipFile(zip(function).toFile())) {
      return zip.stream().map(ZipEntry::getName).toList();
    }
  }

  private static Path zip(String function) {
    return Cloud.ROOT.resolve("functions/%1$s/target/%1$s.zip".formatted(function));
  }
}
