package dev.shorts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A file can be read at one go, and a package's list of files too. */
class SizeTest {

  private static final int LINES = 250;
  private static final int TYPES = 16;

  @Test
  void noFileIsLong() {
    ExceptionList.check("long-files", longFiles(SourceTree.repository()));
  }

  @Test
  void noPackageIsLarge() {
    ExceptionList.check("large-packages", largePackages(SourceTree.repository()));
  }

  @Test
  void aLongFileIsFound() {
    assertThat(longFiles(SourceTree.of("class Fits {}\n" + "// more\n".repeat(249)))).isEmpty();
    assertThat(longFiles(SourceTree.of("class Long {}\n" + "// more\n".repeat(250))))
        .containsExactly("Long");
  }

  @Test
  void aLargePackageIsFound() {
    assertThat(largePackages(packageOf(16))).isEmpty();
    assertThat(largePackages(packageOf(17))).containsExactly("one");
  }

  @Test
  void theTestsOfAPackageAreCountedApart() {
    var texts = new HashMap<String, String>();
    IntStream.range(0, 9)
        .forEach(
            i -> {
              texts.put("src/main/java/one/T%d.java".formatted(i), text(i));
              texts.put("src/test/java/one/T%dTest.java".formatted(i), text(i));
            });
    assertThat(largePackages(SourceTree.of(texts))).isEmpty();
  }

  private static SourceTree packageOf(int types) {
    return SourceTree.of(
        IntStream.range(0, types)
            .boxed()
            .collect(Collectors.toMap("src/main/java/one/T%d.java"::formatted, SizeTest::text)));
  }

  private static String text(int number) {
    return "package one; class T%d {}".formatted(number);
  }

  private static List<String> longFiles(SourceTree tree) {
    return tree.files().stream()
        .filter(file -> file.text().lines().count() > LINES)
        .map(SourceFile::name)
        .toList();
  }

  private static List<String> largePackages(SourceTree tree) {
    Map<String, Integer> types =
        tree.files().stream()
            .collect(
                Collectors.groupingBy(
                    file -> file.packageName() + (file.isMain() ? "" : " (tests)"),
                    Collectors.summingInt(file -> file.topLevelTypes().size())));
    return types.entrySet().stream()
        .filter(entry -> entry.getValue() > TYPES)
        .map(Map.Entry::getKey)
        .toList();
  }
}
