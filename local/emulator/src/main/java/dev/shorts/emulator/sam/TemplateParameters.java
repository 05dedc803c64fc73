package dev.shorts.emulator.sam;

import dev.shorts.emulator.lambda.Account;
import dev.shorts.emulator.template.TemplateException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Resolves and checks the values of the template's parameters and of AWS's pseudo parameters. */
final class TemplateParameters {

  private TemplateParameters() {}

  /**
   * @param declared as written in the template
   * @param given values in place of the defaults
   */
  static Map<String, Object> resolve(Map<String, Properties> declared, Map<String, String> given) {
    given.keySet().stream()
        .filter(name -> !declared.containsKey(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new TemplateException("the template has no parameter %s", name);
            });
    var values = new HashMap<String, Object>(pseudo());
    declared.forEach((name, parameter) -> values.put(name, value(name, parameter, given)));
    return values;
  }

  private static Object value(String name, Properties parameter, Map<String, String> given) {
    parameter.ignore("Description", "NoEcho", "ConstraintDescription");
    var byDefault = parameter.optionalText("Default");
    if (byDefault.isEmpty() && !given.containsKey(name)) {
      throw new TemplateException("the parameter %s has no value", name);
    }
    String value = given.containsKey(name) ? given.get(name) : byDefault.get();
    check(name, parameter, value);
    String type = parameter.text("Type");
    parameter.requireAllKnown();
    return type.equals("CommaDelimitedList") || type.startsWith("List<")
        ? List.of(value.split(" *, *", -1))
        : value;
  }

  private static void check(String name, Properties parameter, String value) {
    var allowed = parameter.texts("AllowedValues");
    var pattern = parameter.optionalText("AllowedPattern");
    boolean fits =
        (allowed.isEmpty() || allowed.contains(value))
            && (pattern.isEmpty() || value.matches(pattern.get()))
            && value.length() >= parameter.number("MinLength", 0)
            && value.length() <= parameter.number("MaxLength", Integer.MAX_VALUE)
            && within(parameter, value);
    if (!fits) {
      throw new TemplateException("the parameter %s can't be %s", name, value);
    }
  }

  private static boolean within(Properties parameter, String value) {
    var min = parameter.optionalText("MinValue").map(Double::valueOf);
    var max = parameter.optionalText("MaxValue").map(Double::valueOf);
    return (min.isEmpty() || Double.parseDouble(value) >= min.get())
        && (max.isEmpty() || Double.parseDouble(value) <= max.get());
  }

  private static Map<String, String> pseudo() {
    return Map.of(
        "AWS::AccountId", Account.ID,
        "AWS::Partition", "aws",
        "AWS::Region", Account.REGION,
        "AWS::StackId", Account.STACK_ID,
        "AWS::StackName", Account.STACK_NAME,
        "AWS::URLSuffix", "amazonaws.com");
  }
}
