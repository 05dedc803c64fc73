package dev.shorts.it.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.driver.Cloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the size and the content of the zips. */
@Tag("embedded") // asks no cloud
class ZipsIT {

  private static final long MIB = 1024 * 1024;

  @ParameterizedTest
  @ValueSource(strings = {"create-export", "get-export", "transcode", "cleanup", "migrate"})
  void holdsOneJarAndItsNativeLibraryInLib(String function) throws IOException {
    try (var zip = new ZipFile(zip(function).toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .containsExactlyInAnyOrder("lib/", jar(function), "lib/libaws-crt-jni.so");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"create-export", "get-export", "transcode", "cleanup", "migrate"})
  void theJarIsNotCompressedASecondTimeAndHoldsNoNativeLibrary(String function) throws IOException {
    assertThat(inJar(function))
        .allMatch(entry -> entry.getMethod() == ZipEntry.STORED)
        .noneMatch(entry -> entry.getName().endsWith(".so"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"create-export", "get-export"})
  void ofTheApiIsUnder20MiB(String function) throws IOException {
    assertThat(Files.size(zip(function))).isLessThan(20 * MIB);
  }

  @ParameterizedTest
  @ValueSource(strings = {"create-export", "get-export", "transcode", "cleanup"})
  void carriesNeitherJdbcNorFlywayNorTheLocalCloud(String function) throws IOException {
    assertThat(inJar(function))
        .extracting(ZipEntry::getName)
        .contains("dev/shorts/log/Log.class")
        .noneMatch(
            name ->
                name.matches(
                    ".*(postgresql|flywaydb|shorts/local|junit|netty|http/apache|s3proxy)/.*"));
  }

  private static List<ZipEntry> inJar(String function) throws IOException {
    var entries = new ArrayList<ZipEntry>();
    try (var zip = new ZipFile(zip(function).toFile());
        var jar = new ZipInputStream(zip.getInputStream(zip.getEntry(jar(function))))) {
      for (var entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
        entries.add(entry);
      }
    }
    return entries;
  }

  private static String jar(String function) {
    return "lib/%s.jar".formatted(function);
  }

  private static Path zip(String function) {
    return Cloud.ROOT.resolve("functions/%1$s/target/%1$s.zip".formatted(function));
  }
}
