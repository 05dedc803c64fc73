package dev.shorts.local;

import dev.shorts.emulator.lambda.TestFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A template with one of everything, for tests of what makes it run. */
final class SmallCloud {

  private static final String TEMPLATE =
      """
      Parameters:
        Issuer:
          Type: String
        Audience:
          Type: String
      Globals:
        Function:
          Runtime: java25
          Handler: dev.shorts.emulator.lambda.TestHandler
          Timeout: 20
          MemorySize: 256
      Resources:
        Api:
          Type: AWS::Serverless::HttpApi
          Properties:
            Auth:
              DefaultAuthorizer: Jwt
              Authorizers:
                Jwt:
                  IdentitySource: $request.header.Authorization
                  JwtConfiguration: {issuer: !Ref Issuer, audience: [!Ref Audience]}
        Jobs:
          Type: AWS::SQS::Queue
        ExportBucket:
          Type: AWS::S3::Bucket
        VideoBucket:
          Type: AWS::S3::Bucket
        WorkRole:
          Type: AWS::IAM::Role
          Properties:
            Policies:
              - PolicyName: work
                PolicyDocument:
                  Statement:
                    Effect: Allow
                    Action: [sqs:ReceiveMessage, sqs:DeleteMessage]
                    Resource: !GetAtt Jobs.Arn
        Work:
          Type: AWS::Serverless::Function
          Properties:
            CodeUri: %s
            Role: !GetAtt WorkRole.Arn
            Environment:
              Variables: {QUEUE: !Ref Jobs}
            Events:
              Show: {Type: HttpApi, Properties: {Method: GET, Path: "/things/{id}"}}
              Job: {Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn}}
              Hourly: {Type: Schedule, Properties: {Schedule: rate(1 hour), Input: variables}}
      """;

  private SmallCloud() {}

  static LocalCloudSettings in(Path directory) throws IOException {
    Path template = directory.resolve("template.yaml");
    Path zip = TestFunction.zip(directory.resolve("work.zip"));
    Files.writeString(template, TEMPLATE.formatted(zip));
    Path work = Files.createDirectory(directory.resolve("work"));
    Path project = Path.of("..").toAbsolutePath().normalize();
    return new LocalCloudSettings(
        project,
        template,
        Map.of(),
        new LocalCloudSettings.Address("127.0.0.1", 0),
        work,
        Map.of(),
        Optional.empty());
  }
}
