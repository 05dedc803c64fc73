package dev.shorts.rules;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A search for a class by its simple name finds one. */
class NamesTest {

  /** Each function has one, and it is the same thing in each. */
  private static final String SAME_ROLE = "Wiring";

  @Test
  void noTwoMainClassesHaveOneSimpleName() {
    assertThat(shared(SourceTree.repository())).isEmpty();
  }

  @Test
  void aSharedNameIsFoundInMainCodeOnly() {
    assertThat(
            shared(
                SourceTree.of(
                    Map.of(
                        "x/src/main/java/a/One.java", "package a; class One {}",
                        "y/src/main/java/b/One.java", "package b; class One {}",
                        "x/src/main/java/a/Wiring.java", "package a; class Wiring {}",
                        "y/src/main/java/b/Wiring.java", "package b; class Wiring {}",
                        "x/src/main/java/a/Two.java", "package a; class Two {}",
                        "y/src/test/java/b/Two.java", "package b; class Two {}"))))
        .containsExactly("One");
  }

  private static List<String> shared(SourceTree tree) {
    return tree
        .main()
        .flatMap(file -> file.topLevelTypes().stream())
        .map(type -> type.getSimpleName().toString())
        .filter(name -> !name.equals(SAME_ROLE))
        .collect(groupingBy(name -> name))
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }
}
