package dev.shorts.emulator.sam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shorts.emulator.template.QueueEvent;
import dev.shorts.emulator.template.Template;
import dev.shorts.emulator.template.TemplateException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictnessTest {

  private static final String SMALL =
      """
      Resources:
        Api:
          Type: AWS::Serverless::HttpApi
        Jobs:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 60
        Work:
          Type: AWS::Serverless::Function
          Properties:
            Runtime: java25
            CodeUri: work.zip
            Handler: a.B
            Timeout: 3
            Events:
              Job:
                Type: SQS
                Properties:
                  Queue: !GetAtt Jobs.Arn
                  BatchSize: 7
              Hourly:
                Type: Schedule
                Properties:
                  Schedule: rate(1 hour)
      """;

  @Test
  void aSupportedTemplateIsRead() {
    assertThat(read(SMALL).events().queues())
        .containsExactly(new QueueEvent("Work", "Jobs", 7, 5, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          VisibilityTimeout: 60 | DelaySeconds: 1 | Jobs (AWS::SQS::Queue): the local cloud doesn't know the property DelaySeconds
          Timeout: 3 | Timeuot: 3 | Work (AWS::Serverless::Function): the local cloud doesn't know the property Timeuot
          BatchSize: 7 | FilterCriteria: x | Work (AWS::Serverless::Function) Events Job Properties: the local cloud doesn't know the property FilterCriteria
          AWS::SQS::Queue | AWS::SNS::Subscription | Jobs: the local cloud doesn't know the type AWS::SNS::Subscription
          Type: SQS | Type: Kinesis | Work Job: the local cloud doesn't know events of type Kinesis
          rate(1 hour) | cron(0 12 * * ? *) | WorkHourly: the local cloud knows rate(…) of minutes, hours or days only, not cron(0 12 * * ? *)
          java25 | java21 | Work (AWS::Serverless::Function): Runtime can only be java25 here, not java21
          !GetAtt Jobs.Arn | !GetAtt Jobs.Size | the local cloud doesn't know Size of Jobs (AWS::SQS::Queue)
          !GetAtt Jobs.Arn | !ImportValue x | Fn::ImportValue is not known to the local cloud
          !GetAtt Jobs.Arn | !Ref Nobody | there is no parameter or resource Nobody
          Resources: | Mappings: | template.yaml: the local cloud doesn't know the property Mappings
          BatchSize: 7 | BatchSize: many | Work (AWS::Serverless::Function) Events Job Properties: BatchSize is no whole number: many
          BatchSize: 7 | Queue: x | Queue stands twice in one place
          """)
  void unsupportedPartsAreRefusedByName(String before, String after, String message) {
    String edited = SMALL.replace(before, after);

    assertThatThrownBy(() -> read(edited))
        .isInstanceOf(TemplateException.class)
        .hasMessage(message);
  }

  private static Template read(String text) {
    return new TemplateFile(Path.of("."), "template.yaml", text).read(Map.of(), name -> name);
  }
}
