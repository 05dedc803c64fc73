package dev.shorts.emulator.sam;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateParametersTest {

  private static final TemplateFile TEMPLATE =
      new TemplateFile(
          Path.of("."),
          "template.yaml",
          """
          Parameters:
            Name: {Type: String}
            Memory: {Type: Number, Default: 3008, MinValue: 1769}
            Kind: {Type: String, Default: a, AllowedValues: [a, b]}
          Resources:
            Api: {Type: AWS::Serverless::HttpApi}
          """);

  @Test
  void allowedValuesAreAccepted() {
    assertThatCode(() -> read(Map.of("Name", "x", "Memory", "1769", "Kind", "b")))
        .doesNotThrowAnyException();
  }

  @Test
  void otherValuesAreRefusedByName() {
    assertThatThrownBy(() -> read(Map.of())).hasMessage("the parameter Name has no value");
    assertThatThrownBy(() -> read(Map.of("Name", "x", "Memory", "128")))
        .hasMessage("the parameter Memory can't be 128");
    assertThatThrownBy(() -> read(Map.of("Name", "x", "Kind", "c")))
        .hasMessage("the parameter Kind can't be c");
    assertThatThrownBy(() -> read(Map.of("Name", "x", "Nonsense", "1")))
        .hasMessage("the template has no parameter Nonsense");
  }

  private static void read(Map<String, String> parameters) {
    TEMPLATE.read(parameters, name -> name);
  }
}
