package dev.shorts.it.deploy;

import dev.shorts.it.driver.Cloud;
import dev.shorts.it.driver.TemplateCopy;
import dev.shorts.local.LocalCloudSettings;
import java.nio.file.Path;
import java.util.Map;

/** A local cloud where containers reach it, whose own worker takes no message. */
record SamCloud(DockerEngine engine, Cloud cloud) {

  private static final String INDENT = " ".repeat(12);

  static final Path ENDPOINTS = Cloud.ROOT.resolve("integration-tests/target/endpoints-sam.json");

  /**
   * @param folder for its template
   */
  static SamCloud start(Path folder) throws Exception {
    var engine = DockerEngine.start();
    var template = TemplateCopy.at(folder.resolve("template.yaml"));
    template.edit(
        INDENT + "BatchSize: 1\n", INDENT + "BatchSize: 1\n" + INDENT + "Enabled: false\n");
    var settings =
        LocalCloudSettings.of(Cloud.ROOT).with(template.file(), Map.of()).at(engine.address(), 0);
    try {
      return new SamCloud(engine, Cloud.start(settings, ENDPOINTS.getFileName().toString()));
    } catch (Exception e) {
      engine.stop();
      throw e;
    }
  }

  void stop() throws Exception {
    cloud.close();
    engine.stop();
  }
}
