package dev.shorts.emulator.sam;

import static java.util.stream.Collectors.toSet;

import dev.shorts.emulator.template.Template;
import dev.shorts.emulator.template.TemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Reads a SAM template, and refuses by name what the emulator neither supports nor deliberately
 * ignores.
 *
 * @param root folder that paths in the template are relative to
 */
public record TemplateFile(Path root, String name, String text) {

  public static TemplateFile of(Path root, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return new TemplateFile(root, file.getFileName().toString(), Files.readString(file));
  }

  /** The names of the declared parameters. */
  public Set<String> parameters() {
    return Yaml.read(name, text).get("Parameters") instanceof Map<?, ?> declared
        ? declared.keySet().stream().map(String::valueOf).collect(toSet())
        : Set.of();
  }

  /**
   * @param parameters values in place of the defaults
   * @param refs the URL of a queue or the name of a bucket, by logical id
   */
  public Template read(Map<String, String> parameters, UnaryOperator<String> refs) {
    var constants = new Intrinsics(Map.of(), Map.of(), (name, _) -> unresolved(name));
    var template = new Properties(name, Yaml.read(name, text), constants);
    // For readers, for SAM and for the console.
    template.ignore("AWSTemplateFormatVersion", "Description", "Metadata", "Outputs", "Transform");
    // The local values of the parameters are chosen together.
    template.ignore("Rules");
    Map<String, Object> conditions = template.asWritten("Conditions");
    Map<String, Object> resources = template.asWritten("Resources");
    Map<String, Object> globals = template.asWritten("Globals");
    var values = TemplateParameters.resolve(template.sections("Parameters"), parameters);
    template.requireAllKnown();
    var attributes = new ResourceAttributes(types(resources), refs);
    var intrinsics = new Intrinsics(values, conditions, attributes);
    return new ResourceReader(root, intrinsics, new Globals(globals)).read(resources);
  }

  private static Map<String, String> types(Map<String, Object> resources) {
    var types = new LinkedHashMap<String, String>();
    resources.forEach(
        (id, resource) -> types.put(id, String.valueOf(((Map<?, ?>) resource).get("Type"))));
    return types;
  }

  private static String unresolved(String name) {
    throw new TemplateException("%s can't be referred to here", name);
  }
}
