package dev.shorts.emulator.template;

import dev.shorts.emulator.iam.Role;
import dev.shorts.emulator.lambda.FunctionSettings;
import dev.shorts.emulator.services.QueueSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What {@code template.yaml} asks for, in the words of the rooms that give it.
 *
 * @param queues a dead-letter queue before the one that names it
 * @param buckets their logical ids
 * @param layers the folder of each layer, by logical id
 */
public record Template(
    HttpApiSettings api,
    List<FunctionSettings> functions,
    List<RouteEvent> routes,
    List<QueueEvent> mappings,
    List<ScheduleEvent> schedules,
    List<QueueSettings> queues,
    List<String> buckets,
    List<GeneratedSecret> secrets,
    List<Role> roles,
    Map<String, Path> layers,
    List<CustomResource> customResources) {

  public Template {
    functions = List.copyOf(functions);
    routes = List.copyOf(routes);
    mappings = List.copyOf(mappings);
    schedules = List.copyOf(schedules);
    queues = List.copyOf(queues);
    buckets = List.copyOf(buckets);
    secrets = List.copyOf(secrets);
    roles = List.copyOf(roles);
    layers = Map.copyOf(layers);
    customResources = List.copyOf(customResources);
  }
}
