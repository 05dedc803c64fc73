package dev.shorts.local;

import dev.shorts.emulator.host.ChildProcesses;
import dev.shorts.emulator.lambda.FunctionSettings;
import dev.shorts.emulator.sam.TemplateFile;
import dev.shorts.emulator.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Holds the template as read before its services run, when buckets and queues have no names yet.
 *
 * @param layers the folder to use for each layer's own folder
 */
record DeploymentPlan(
    TemplateFile file, Map<String, String> parameters, Template template, Map<Path, Path> layers) {

  /**
   * @param notices receives a sentence about each difference from AWS
   */
  static DeploymentPlan read(
      LocalCloudSettings settings, URI issuer, ChildProcesses processes, Consumer<String> notices)
      throws IOException {
    var file = TemplateFile.of(settings.project(), settings.template());
    var parameters = TemplateParameterValues.of(issuer, file, settings.parameters());
    Template template = file.read(parameters, id -> id);
    requireZips(template.functions());
    var layers =
        LayerFolders.ofThisMachine(processes.directory("layer"))
            .find(template.layers().values(), notices);
    return new DeploymentPlan(file, parameters, template, layers);
  }

  /** Reads the template again, with the address of the database and the names of the resources. */
  Template deployed(String databaseEndpoint, StorageEndpoints storage) throws IOException {
    return file.read(TemplateParameterValues.with(databaseEndpoint, parameters), storage::ref);
  }

  private static void requireZips(List<FunctionSettings> functions) throws NoSuchFileException {
    for (var function : functions) {
      if (!Files.isRegularFile(function.code().zip())) {
        throw new NoSuchFileException(function.code().zip().toString());
      }
    }
  }
}
