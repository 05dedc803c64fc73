package dev.shorts.it.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.it.driver.Cloud;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code template.yaml} passes cfn-lint, both validations of SAM and its transform. */
@Tag("embedded") // asks no cloud
class TemplateIT {

  /** SAM's own roles may write every log and read every queue. */
  @Test
  void passesItsCheckAndSamAddsNoRole() throws Exception {
    var transformed = JsonCodec.map(runs("build/check-template", "--print"));

    var resources = ((Map<?, ?>) transformed.get("Resources")).values();
    var roles = resources.stream().filter(is("AWS::IAM::Role")).map(String::valueOf).toList();
    assertThat(roles).hasSize(5).noneMatch(role -> role.contains("ManagedPolicyArns"));
    assertThat(resources.stream().filter(is("AWS::Lambda::Function")))
        .hasSize(5)
        .extracting(function -> property(function, "Role"))
        .doesNotHaveDuplicates();
  }

  /** What Maven has made is what {@code sam deploy} uploads, also behind a {@code sam build}. */
  @Test
  void samBuildTakesTheZipsAndTheLayerAsTheyAre() throws Exception {
    var built = Cloud.ROOT.resolve("integration-tests/target/sam-build");

    runs("build/sam", "build", "--build-dir", built.toString());

    var paths =
        Pattern.compile("(?:CodeUri|ContentUri): (.+)")
            .matcher(Files.readString(built.resolve("template.yaml")))
            .results()
            .map(found -> built.resolve(found.group(1)).normalize())
            .toList();
    assertThat(paths)
        .hasSize(6)
        .allSatisfy(path -> assertThat(path).exists().startsWith(Cloud.ROOT));
    assertThat(paths).noneMatch(path -> path.startsWith(built));
  }

  private static Predicate<Object> is(String type) {
    return resource -> type.equals(((Map<?, ?>) resource).get("Type"));
  }

  private static Object property(Object resource, String name) {
    return ((Map<?, ?>) ((Map<?, ?>) resource).get("Properties")).get(name);
  }

  /** What it prints. */
  private static String runs(String... command) throws Exception {
    var faults = Cloud.ROOT.resolve("integration-tests/target/template-faults.txt");
    Process process =
        new ProcessBuilder(List.of(command))
            .directory(Cloud.ROOT.toFile())
            .redirectError(faults.toFile())
            .start();
    var printed = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(Files.readString(faults)).isZero();
    return printed;
  }
}
