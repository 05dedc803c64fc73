package dev.shorts.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.local.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A local cloud where containers reach it, whose own worker takes no message. */
record SamCloud(Engine engine, Cloud cloud) {

  static final Path ENDPOINTS = Cloud.ROOT.resolve("integration-tests/target/endpoints-sam.json");

  /**
   * @param folder for its template
   */
  static SamCloud start(Path folder) throws Exception {
    var engine = Engine.start();
    var text = Files.readString(Cloud.ROOT.resolve("template.yaml"));
    var idle = text.replaceFirst("( +)BatchSize: 1\n", "$0$1Enabled: false\n");
    assertThat(idle).isNotEqualTo(text);
    var template = Files.writeString(folder.resolve("template.yaml"), idle);
    var settings = Settings.of(Cloud.ROOT).with(template, Map.of()).at(engine.address(), 0);
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
