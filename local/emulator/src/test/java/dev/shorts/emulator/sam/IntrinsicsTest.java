package dev.shorts.emulator.sam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntrinsicsTest {

  private final Intrinsics intrinsics =
      new Intrinsics(
          Map.of("Stage", "test", "Origins", List.of("a", "b"), "AWS::Region", "here"),
          Map.of(
              "IsTest", Map.of("Fn::Equals", List.of(Map.of("Ref", "Stage"), "test")),
              "IsLive", Map.of("Fn::Not", List.of(Map.of("Condition", "IsTest")))),
          (id, attribute) -> "<" + id + "|" + attribute + ">");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          !Ref Stage | test
          {Ref: Stage} | test
          !Ref Origins | [a, b]
          !Sub '${Stage}-${AWS::Region}-${Queue.Arn}-${!kept}' | test-here-<Queue/Arn>-${kept}
          !Sub ['${a}${Stage}', {a: !Ref Stage}] | testtest
          !GetAtt Queue.Arn | <Queue/Arn>
          {'Fn::GetAtt': [Queue, Arn]} | <Queue/Arn>
          !Join ['+', [x, !Ref Stage]] | x+test
          !Join ['', !Ref Origins] | ab
          !Select [1, !Ref Origins] | b
          !Split [',', 'p,q'] | [p, q]
          !If [IsTest, yes, no] | yes
          !If [IsLive, yes, no] | no
          !If [IsLive, yes, !Ref Stage] | test
          [a, !If [IsLive, b, !Ref AWS::NoValue], c] | [a, c]
          {a: !Ref AWS::NoValue, b: 1} | {b=1}
          !Equals [!Ref Stage, test] | true
          !And [!Condition IsTest, !Condition IsLive] | false
          !Or [!Condition IsTest, !Condition IsLive] | true
          """)
  void intrinsicFunctionsResolveAsInCloudFormation(String yaml, String expected) {
    Object value = Yaml.read("test", "value: " + yaml).get("value");

    assertThat(String.valueOf(intrinsics.resolve(value))).isEqualTo(expected.replace('/', '|'));
  }
}
