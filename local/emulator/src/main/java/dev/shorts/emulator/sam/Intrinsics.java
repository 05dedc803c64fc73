package dev.shorts.emulator.sam;

import dev.shorts.emulator.template.TemplateException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves CloudFormation's intrinsic functions in the values of a template. */
final class Intrinsics {

  /** The value of {@code AWS::NoValue}, which removes the property. */
  private static final Object NO_VALUE = new Object();

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

  private final Map<String, Object> parameters;
  private final Map<String, Object> conditions;
  private final BinaryOperator<String> resources;

  /**
   * @param parameters text or list by name, pseudo parameters included
   * @param conditions as written
   * @param resources gives an attribute of a resource; the attribute of a {@code Ref} is empty
   */
  Intrinsics(
      Map<String, Object> parameters,
      Map<String, Object> conditions,
      BinaryOperator<String> resources) {
    this.parameters = parameters;
    this.conditions = conditions;
    this.resources = resources;
  }

  boolean isNoValue(Object value) {
    return value == NO_VALUE;
  }

  /** The value with all functions in it resolved. */
  Object resolve(Object value) {
    return switch (resolveOutside(value)) {
      case List<?> list ->
          list.stream().map(this::resolve).filter(element -> element != NO_VALUE).toList();
      case Map<?, ?> map -> {
        var resolved = new LinkedHashMap<String, Object>();
        map.forEach((key, inner) -> resolved.put((String) key, resolve(inner)));
        resolved.values().removeIf(this::isNoValue);
        yield resolved;
      }
      case Object scalar -> scalar;
    };
  }

  /** Resolves the value if it is a function itself, but no functions within its result. */
  Object resolveOutside(Object value) {
    if (value instanceof Map<?, ?> map && map.size() == 1) {
      var only = map.entrySet().iterator().next();
      String name = (String) only.getKey();
      if (name.equals("Ref") || name.equals("Condition") || name.startsWith("Fn::")) {
        return apply(name, only.getValue());
      }
    }
    return value;
  }

  boolean condition(String name) {
    if (!conditions.containsKey(name)) {
      throw new TemplateException("there is no condition %s", name);
    }
    return truth(conditions.get(name));
  }

  private Object apply(String function, Object argument) {
    return switch (function) {
      case "Ref" -> reference((String) argument);
      case "Condition" -> condition((String) argument);
      case "Fn::GetAtt" -> attribute(texts(argument));
      case "Fn::Sub" -> substitute(argument);
      case "Fn::If" ->
          resolveOutside(part(argument, condition((String) part(argument, 0)) ? 1 : 2));
      case "Fn::Equals" -> text(part(argument, 0)).equals(text(part(argument, 1)));
      case "Fn::Not" -> !truth(part(argument, 0));
      case "Fn::And" -> ((List<?>) argument).stream().allMatch(this::truth);
      case "Fn::Or" -> ((List<?>) argument).stream().anyMatch(this::truth);
      case "Fn::Join" -> String.join(text(part(argument, 0)), texts(part(argument, 1)));
      case "Fn::Select" -> texts(part(argument, 1)).get(Integer.parseInt(text(part(argument, 0))));
      case "Fn::Split" ->
          List.of(text(part(argument, 1)).split(Pattern.quote(text(part(argument, 0))), -1));
      default -> throw new TemplateException("%s is not known to the local cloud", function);
    };
  }

  private boolean truth(Object value) {
    return Boolean.parseBoolean(String.valueOf(resolveOutside(value)));
  }

  private Object reference(String name) {
    if (name.equals("AWS::NoValue")) {
      return NO_VALUE;
    }
    return parameters.containsKey(name) ? parameters.get(name) : resources.apply(name, "");
  }

  private Object attribute(List<String> path) {
    return resources.apply(path.getFirst(), String.join(".", path.subList(1, path.size())));
  }

  /** {@code ${Name}}, {@code ${Name.Attribute}} and {@code ${!Literal}}. */
  private String substitute(Object argument) {
    var own = new LinkedHashMap<String, Object>();
    String text = argument instanceof List<?> parts ? (String) parts.get(0) : (String) argument;
    if (argument instanceof List<?> parts) {
      ((Map<?, ?>) parts.get(1)).forEach((name, value) -> own.put((String) name, resolve(value)));
    }
    return VARIABLE
        .matcher(text)
        .replaceAll(
            match -> {
              String name = match.group(2);
              String value =
                  !match.group(1).isEmpty()
                      ? "${" + name + "}"
                      : String.valueOf(own.containsKey(name) ? own.get(name) : named(name));
              return Matcher.quoteReplacement(value);
            });
  }

  private Object named(String name) {
    var path = new ArrayList<>(List.of(name.split("\\.", 2)));
    return path.size() == 1 ? reference(name) : attribute(path);
  }

  private static Object part(Object argument, int index) {
    return ((List<?>) argument).get(index);
  }

  private String text(Object value) {
    return String.valueOf(resolve(value));
  }

  private List<String> texts(Object value) {
    return ((List<?>) resolve(value)).stream().map(String::valueOf).toList();
  }
}
