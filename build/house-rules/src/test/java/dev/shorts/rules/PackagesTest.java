package dev.shorts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each package of main code imports what {@code packages.txt} says, and packages form no cycle. */
class PackagesTest {

  private static final Map<String, String> TWO_PACKAGES =
      Map.of(
          "src/main/java/a/One.java",
          "package a; import b.Two; import java.util.List; import org.example.more.It; class One"
              + " {}",
          "src/main/java/b/Two.java",
          "package b; class Two { class Within {} }",
          "src/test/java/b/TwoTest.java",
          "package b; import a.One; class TwoTest {}");

  @Test
  void packagesImportWhatTheListAllows() {
    var lines = Packages.of(SourceTree.repository()).lines();
    ExceptionList.keep("packages", lines);
    var allowed = arrows(ExceptionList.lines("packages.txt"));
    assertThat(arrows(lines))
        .as("imports of packages, which build/house-rules/packages.txt allows")
        .isSubsetOf(allowed);
    assertThat(allowed)
        .as("imports that packages.txt allows, and no file has any more")
        .isSubsetOf(arrows(lines));
  }

  @Test
  void packagesFormNoCycle() {
    assertThat(Packages.of(SourceTree.repository()).cycle()).isEmpty();
  }

  @Test
  void arrowsOfMainCodeAreSeenWithTheLibrariesItUses() {
    assertThat(Packages.of(SourceTree.of(TWO_PACKAGES)).lines())
        .containsExactly("a -> b, org.example", "b ->");
  }

  @Test
  void aStaticImportAndOneOfANestedTypeAreArrowsToo() {
    for (var name : List.of("b.Two.Within", "static b.Two.of", "b.*")) {
      var texts =
          Map.of(
              "src/main/java/a/One.java",
              "package a; import %s; class One {}".formatted(name),
              "src/main/java/b/Two.java",
              "package b; class Two {}");
      assertThat(Packages.of(SourceTree.of(texts)).arrows())
          .as(name)
          .containsEntry("a", Set.of("b"));
    }
  }

  @Test
  void aTypeUsedByItsFullNameIsAnArrowToo() {
    var texts =
        Map.of(
            "src/main/java/x/a/One.java", "package x.a; class One { x.b.Two two; }",
            "src/main/java/x/b/Two.java", "package x.b; class Two {}");
    assertThat(Packages.of(SourceTree.of(texts)).lines()).containsExactly("x.a -> x.b", "x.b ->");
  }

  @Test
  void aCycleIsFoundOverThreePackages() {
    assertThat(cycle("a.One", "b.Two", "b.Two", "c.Three", "c.Three", "a.One"))
        .containsExactlyInAnyOrder("a", "b", "c");
    assertThat(cycle("a.One", "b.Two", "b.Two", "c.Three", "a.One", "c.Three")).isEmpty();
  }

  /** One string for each arrow, so that a failure names only what differs. */
  private static Set<String> arrows(List<String> lines) {
    var arrows = new TreeSet<String>();
    for (var line : lines) {
      var ends = line.split(" ->");
      for (var to : ends.length == 1 ? new String[] {""} : ends[1].split(",")) {
        arrows.add(ends[0] + " -> " + to.strip());
      }
    }
    return arrows;
  }

  /** Pairs of a type and the type that it imports. */
  private static List<String> cycle(String... pairs) {
    var texts = new TreeMap<String, String>();
    for (var type : List.of("a.One", "b.Two", "c.Three")) {
      var imports = new StringBuilder();
      for (int i = 0; i < pairs.length; i += 2) {
        if (pairs[i].equals(type)) {
          imports.append("import ").append(pairs[i + 1]).append("; ");
        }
      }
      texts.put(
          "src/main/java/%s.java".formatted(type.replace('.', '/')),
          "package %s; %s class %s {}".formatted(type.substring(0, 1), imports, type.substring(2)));
    }
    return Packages.of(SourceTree.of(texts)).cycle();
  }
}
