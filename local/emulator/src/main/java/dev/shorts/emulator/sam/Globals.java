package dev.shorts.emulator.sam;

import dev.shorts.emulator.template.TemplateException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Merges SAM's Globals into the properties of a function: maps are merged, lists concatenated, and
 * other values of the function override the global ones
 * (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html).
 */
final class Globals {

  private static final String FUNCTION = "Function";

  private final Map<?, ?> ofFunctions;

  Globals(Map<String, Object> globals) {
    globals.keySet().stream()
        .filter(section -> !section.equals(FUNCTION))
        .findFirst()
        .ifPresent(
            section -> {
              throw new TemplateException("the local cloud doesn't know Globals %s", section);
            });
    this.ofFunctions = (Map<?, ?>) globals.getOrDefault(FUNCTION, Map.of());
  }

  Object merged(String type, Object properties) {
    return type.equals("AWS::Serverless::Function") ? merge(ofFunctions, properties) : properties;
  }

  private static Object merge(Object global, Object own) {
    if (global instanceof List<?> first && own instanceof List<?> second) {
      return Stream.concat(first.stream(), second.stream()).toList();
    }
    if (global instanceof Map<?, ?> first && own instanceof Map<?, ?> second) {
      var merged = new LinkedHashMap<Object, Object>(first);
      second.forEach((key, value) -> merged.merge(key, value, Globals::merge));
      return merged;
    }
    return own;
  }
}
