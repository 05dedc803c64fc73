package dev.shorts.emulator.faultproxy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a fault is said with. A word that nobody asks for is a mistake, and is refused. */
final class FaultJson {

  private final Map<String, Object> left;

  FaultJson(Map<String, ?> words) {
    this.left = new HashMap<>(words);
  }

  /**
   * @throws IllegalArgumentException if it is missing
   */
  String text(String name) {
    return optionalText(name).orElseThrow(() -> refusal("%s is missing.", name));
  }

  Optional<String> optionalText(String name) {
    return switch (left.remove(name)) {
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
   * @throws IllegalArgumentException if it is missing, or not within the bounds
   */
  int number(String name, int least, int most) {
    if (!left.containsKey(name)) {
      throw refusal("%s is missing.", name);
    }
    return number(name, least, most, least);
  }

  int number(String name, int least, int most, int otherwise) {
    return switch (left.remove(name)) {
      case null -> otherwise;
      case Integer number when number >= least && number <= most -> number;
      default -> throw refusal("%s is a whole number from %d to %d.", name, least, most);
    };
  }

  /**
   * @throws IllegalArgumentException if there is a word that wasn't asked for
   */
  void requireNoMore() {
    left.keySet().stream()
        .findFirst()
        .ifPresent(
            name -> {
              throw refusal("%s says nothing here.", name);
            });
  }

  static IllegalArgumentException refusal(String sentence, Object... values) {
    return new IllegalArgumentException(sentence.formatted(values));
  }

  static String either(List<String> words) {
    return words.size() < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
  }
}
