package dev.shorts.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.emulator.sam.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what a published version depends on: it keeps the environment of its publication. */
class TemplateVersionsTest {

  private static final Pattern NAME = Pattern.compile("\\$\\{([A-Za-z0-9]+)");

  private final Map<String, Object> template = read();

  @ParameterizedTest
  @ValueSource(strings = {"CreateExportFunction", "GetExportFunction"})
  void aNewVersionIsPublishedForEachParameterOfTheEnvironment(String function) {
    var properties = (Map<?, ?>) at("Resources", function, "Properties");

    var needed = parametersOf(properties.get("Environment"));
    needed.addAll(parametersOf(at("Globals", "Function", "Environment")));
    needed.addAll(parametersOf(properties.get("SnapStart")));
    assertThat(needed).contains("DatabaseName", "DatabaseClusterArn", "SnapStart");
    assertThat(parametersOf(properties.get("VersionDescription"))).containsAll(needed);
  }

  /** The template's parameters on which {@code value} depends, also by a condition. */
  private Set<String> parametersOf(Object value) {
    var names = new HashSet<String>();
    for (var name : words(value)) {
      if (((Map<?, ?>) at("Parameters")).containsKey(name)) {
        names.add(name);
      } else if (((Map<?, ?>) at("Conditions")).containsKey(name)) {
        names.addAll(parametersOf(at("Conditions", name)));
      }
    }
    return names;
  }

  /** Each text in {@code value} and each name that is substituted in one. */
  private static Set<String> words(Object value) {
    var words = new HashSet<String>();
    switch (value) {
      case Map<?, ?> map -> map.values().forEach(inner -> words.addAll(words(inner)));
      case Collection<?> list -> list.forEach(inner -> words.addAll(words(inner)));
      case String text -> {
        words.add(text);
        NAME.matcher(text).results().forEach(name -> words.add(name.group(1)));
      }
      case null, default -> {}
    }
    return words;
  }

  private Object at(String... path) {
    Object value = template;
    for (var name : List.of(path)) {
      value = ((Map<?, ?>) value).get(name);
    }
    return value;
  }

  private static Map<String, Object> read() {
    try {
      return Yaml.read("template.yaml", Files.readString(Path.of("..", "template.yaml")));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
