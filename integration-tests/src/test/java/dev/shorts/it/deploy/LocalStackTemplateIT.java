package dev.shorts.it.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.it.driver.Cloud;
import dev.shorts.it.driver.TemplateCopy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the resources in LocalStack with the template's, all but the rates and targets of rules.
 */
@Tag("embedded") // asks no cloud
class LocalStackTemplateIT {

  private static final String RULE = "AWS::Events::Rule";
  private static final Set<String> TAKEN =
      Set.of(
          RULE,
          "AWS::S3::Bucket",
          "AWS::S3::BucketPolicy",
          "AWS::SQS::Queue",
          "AWS::SQS::QueuePolicy");

  @TempDir private Path folder;
  private TemplateCopy template;

  @BeforeEach
  void copy() throws IOException {
    template = TemplateCopy.at(folder.resolve("template.yaml"));
  }

  @Test
  void nothingElseIsChanged() throws Exception {
    var expected = new LinkedHashMap<>(section("transform_template", "Resources"));
    expected.values().removeIf(resource -> !TAKEN.contains(((Map<?, ?>) resource).get("Type")));
    var rules = expected.keySet().stream().filter(id -> isRule(expected.get(id))).toList();
    rules.forEach(rule -> redirect(map(expected.get(rule)), rule + "Queue"));

    var derived = new LinkedHashMap<>(section("localstack_template", "Resources"));
    assertThat(rules).contains("CleanupFunctionSweep", "CleanupFunctionExpire");
    for (var rule : rules) {
      assertThat(derived.remove(rule + "Queue")).isEqualTo(Map.of("Type", "AWS::SQS::Queue"));
      assertThat(map(derived.remove(rule + "QueuePolicy")))
          .containsEntry("Type", "AWS::SQS::QueuePolicy");
    }
    assertThat(derived).isEqualTo(expected).containsKeys("TranscodeQueue", "ExportBucketPolicy");
  }

  @Test
  void whatItsConditionsNeedComesAlong() throws Exception {
    template.edit("  ExportBucket:\n", "  ExportBucket:\n    Condition: HasAlarmTopic\n");

    assertThat(section("localstack_template", "Conditions"))
        .containsOnlyKeys("HasAlarmTopic", "OwnVideos");
    assertThat(section("localstack_template", "Parameters"))
        .containsOnlyKeys("AlarmTopicArn", "SourceBucket");
  }

  @Test
  void whatCannotComeAlongIsNamed() throws Exception {
    template.edit("SqsManagedSseEnabled: true", "KmsMasterKeyId: !GetAtt TranscodeFunction.Arn");

    assertThat(said("localstack_template")).contains("refer to TranscodeFunction");
  }

  private static boolean isRule(Object resource) {
    return map(resource).get("Type").equals(RULE);
  }

  private static void redirect(Map<String, Object> rule, String queue) {
    var properties = map(rule.get("Properties"));
    properties.put("ScheduleExpression", "rate(1 minute)");
    for (var target : (List<?>) properties.get("Targets")) {
      map(target).put("Arn", Map.of("Fn::GetAtt", List.of(queue, "Arn")));
    }
  }

  private Map<String, Object> section(String program, String name) throws Exception {
    return map(JsonCodec.map(said(program)).get(name));
  }

  private String said(String program) throws Exception {
    var process =
        new ProcessBuilder(
                "target/tools/bin/python",
                "-B",
                "build/" + program + ".py",
                template.file().toString())
            .directory(Cloud.ROOT.toFile())
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object json) {
    return (Map<String, Object>) json;
  }
}
