package dev.shorts.emulator.template;

import dev.shorts.emulator.iam.Role;
import dev.shorts.emulator.lambda.FunctionSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Holds what a SAM template declares, as settings of the emulated services.
 *
 * @param layers the folder of each layer, by logical id
 */
public record Template(
    HttpApiSettings api,
    List<FunctionSettings> functions,
    FunctionEvents events,
    BackingResources resources,
    List<Role> roles,
    Map<String, Path> layers,
    List<CustomResource> customResources) {

  public Template {
    functions = List.copyOf(functions);
    roles = List.copyOf(roles);
    layers = Map.copyOf(layers);
    customResources = List.copyOf(customResources);
  }
}
