package dev.shorts.emulator.faultproxy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the members of a fault's JSON object and refuses those that are not read. */
final class FaultJson {

  private final Map<String, Object> unread;

  FaultJson(Map<String, ?> members) {
    this.unread = new HashMap<>(members);
  }

  /**
   * @throws IllegalArgumentException if the member is missing
   */
  String text(String name) {
    return optionalText(name).orElseThrow(() -> refusal("%s is missing.", name));
  }

  Optional<String> optionalText(String name) {
    return switch (unread.remove(name)) {
      case null -> Optional.empty();
      case String text when !text.isBlank() -> Optional.of(text);
      default -> throw refusal("%s is a text.", name);
    };
  }

  String oneOf(String name, List<String> known, String otherwise) {
    var text = optionalText(name).orElse(otherwise);
    if (!known.contains(text)) {
      throw refusal("%s is %s.", name, either(known));
    }
    return text;
  }

  /**
   * @throws IllegalArgumentException if the member is missing or out of bounds
   */
  int number(String name, int min, int max) {
    if (!unread.containsKey(name)) {
      throw refusal("%s is missing.", name);
    }
    return number(name, min, max, min);
  }

  int number(String name, int min, int max, int otherwise) {
    return switch (unread.remove(name)) {
      case null -> otherwise;
      case Integer number when number >= min && number <= max -> number;
      default -> throw refusal("%s is a whole number from %d to %d.", name, min, max);
    };
  }

  /**
   * @throws IllegalArgumentException if there is a member that was not read
   */
  void requireNoOthers() {
    unread.keySet().stream()
        .findFirst()
        .ifPresent(
            name -> {
              throw refusal("%s says nothing here.", name);
            });
  }

  static IllegalArgumentException refusal(String sentence, Object... values) {
    return new IllegalArgumentException(sentence.formatted(values));
  }

  /** Joins {@code names} with commas and "or". */
  static String either(List<String> names) {
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
  }
}
