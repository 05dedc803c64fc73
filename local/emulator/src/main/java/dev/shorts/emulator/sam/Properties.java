package dev.shorts.emulator.sam;

import dev.shorts.emulator.template.TemplateException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the properties of a part of the template, and refuses those that are neither read nor
 * ignored by name.
 */
public final class Properties {

  private final String owner;
  private final Map<?, ?> values;
  private final Intrinsics intrinsics;
  private final Set<String> known = new HashSet<>();
  private final List<Properties> sections = new ArrayList<>();

  /**
   * @param owner for messages, such as {@code TranscodeQueue (AWS::SQS::Queue)}
   */
  Properties(String owner, Object values, Intrinsics intrinsics) {
    this.owner = owner;
    this.intrinsics = intrinsics;
    if (!(intrinsics.resolveOutside(values) instanceof Map<?, ?> map)) {
      throw new TemplateException("%s is not a map", owner);
    }
    this.values = map;
  }

  Optional<String> optionalText(String name) {
    return value(name).map(String::valueOf);
  }

  public String text(String name) {
    return optionalText(name).orElseThrow(() -> new TemplateException("%s lacks %s", owner, name));
  }

  public int number(String name, int otherwise) {
    String text = optionalText(name).orElse(Integer.toString(otherwise));
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      throw new TemplateException("%s: %s is no whole number: %s", owner, name, text);
    }
  }

  /** The texts of a list; one text counts as a list of one; empty if the property is absent. */
  List<String> texts(String name) {
    return switch (value(name).orElse(List.of())) {
      case List<?> list -> list.stream().map(String::valueOf).toList();
      case Object one -> List.of(String.valueOf(one));
    };
  }

  Map<String, String> map(String name) {
    var map = new LinkedHashMap<String, String>();
    if (value(name).orElse(Map.of()) instanceof Map<?, ?> found) {
      found.forEach((key, value) -> map.put((String) key, String.valueOf(value)));
    }
    return map;
  }

  /** The properties of a map; none if it is absent. */
  public Properties section(String name) {
    known.add(name);
    Object value =
        values.containsKey(name) ? intrinsics.resolveOutside(values.get(name)) : Map.of();
    var section =
        new Properties(
            owner + " " + name, intrinsics.isNoValue(value) ? Map.of() : value, intrinsics);
    sections.add(section);
    return section;
  }

  /** The sections of a map with names that the template's author chose. */
  Map<String, Properties> sections(String name) {
    Properties all = section(name);
    var sections = new LinkedHashMap<String, Properties>();
    all.values.keySet().forEach(key -> sections.put((String) key, all.section((String) key)));
    return sections;
  }

  /** The maps in a list; one map counts as a list of one. */
  List<Properties> list(String name) {
    var all =
        value(name).orElse(List.of()) instanceof List<?> list ? list : List.of(asWritten(name));
    var found =
        all.stream().map(one -> new Properties(owner + " " + name, one, intrinsics)).toList();
    sections.addAll(found);
    return found;
  }

  /** All properties, as text. */
  Map<String, String> all() {
    var all = new LinkedHashMap<String, String>();
    values.keySet().forEach(name -> all.put((String) name, text((String) name)));
    return all;
  }

  /** A map whose values are not resolved. */
  Map<String, Object> asWritten(String name) {
    known.add(name);
    var map = new LinkedHashMap<String, Object>();
    if (values.get(name) instanceof Map<?, ?> found) {
      found.forEach((key, value) -> map.put((String) key, value));
    }
    return map;
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Ignores properties that make no difference locally; the caller explains why. */
  public void ignore(String... names) {
    known.addAll(List.of(names));
  }

  /** Requires the only value of a property that the emulator supports. */
  public void require(String name, String otherwise, String only) {
    String value = optionalText(name).orElse(otherwise);
    if (!value.equals(only)) {
      throw new TemplateException("%s: %s can only be %s here, not %s", owner, name, only, value);
    }
  }

  void requireAllKnown() {
    for (Object name : values.keySet()) {
      if (!known.contains(name)) {
        throw new TemplateException(
            "%s: the local cloud doesn't know the property %s", owner, name);
      }
    }
    sections.forEach(Properties::requireAllKnown);
  }

  private Optional<Object> value(String name) {
    known.add(name);
    return Optional.ofNullable(values.get(name))
        .map(intrinsics::resolve)
        .filter(value -> !intrinsics.isNoValue(value));
  }
}
