package dev.shorts.local.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parses {@code --name value} pairs; an empty value counts as absent. */
public record Arguments(Map<String, String> values) {

  public static Arguments parse(List<String> arguments, Set<String> names) throws UsageException {
    var values = new HashMap<String, String>();
    for (int at = 0; at < arguments.size(); at += 2) {
      String name = arguments.get(at);
      if (!name.startsWith("--") || !names.contains(name.substring(2))) {
        throw UsageException.usage(
            "There is no option %s%s."
                .formatted(name, names.isEmpty() ? "" : ", only --" + String.join(", --", names)));
      }
      if (at + 1 == arguments.size()) {
        throw UsageException.usage("%s needs a value.".formatted(name));
      }
      values.put(name.substring(2), arguments.get(at + 1));
    }
    return new Arguments(values);
  }

  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }
}
