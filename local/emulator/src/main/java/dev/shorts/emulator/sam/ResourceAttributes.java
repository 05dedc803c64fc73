package dev.shorts.emulator.sam;

import dev.shorts.emulator.lambda.Account;
import dev.shorts.emulator.template.TemplateException;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * Gives the values of {@code Ref} and {@code Fn::GetAtt} of resources. The name of a resource is
 * its logical id, unless it is a bucket.
 *
 * @param types of resources, by logical id
 * @param refs the URL of a queue or the name of a bucket, by logical id
 */
record ResourceAttributes(Map<String, String> types, UnaryOperator<String> refs)
    implements BinaryOperator<String> {

  /** The value of an attribute; the attribute {@code ""} stands for {@code Ref}. */
  @Override
  public String apply(String id, String attribute) {
    // SAM: Ref of a function's published version
    if (id.endsWith(".Version") && attribute.isEmpty()) {
      return "1";
    }
    if (!types.containsKey(id)) {
      throw new TemplateException("there is no parameter or resource %s", id);
    }
    return switch (types.get(id) + " " + attribute) {
      case "AWS::SQS::Queue ", "AWS::S3::Bucket " -> refs.apply(id);
      case "AWS::SQS::Queue Arn" -> Account.arn("sqs", id);
      case "AWS::SQS::Queue QueueName" -> id;
      case "AWS::S3::Bucket Arn" -> "arn:aws:s3:::" + refs.apply(id);
      case "AWS::IAM::Role Arn" -> Account.arn("iam", "role/" + id);
      case "AWS::SecretsManager::Secret " -> Account.arn("secretsmanager", "secret:" + id);
      case "AWS::Logs::LogGroup Arn" -> Account.arn("logs", "log-group:" + id + ":*");
      case "AWS::Serverless::Function ",
          "AWS::Serverless::HttpApi ",
          "AWS::Serverless::LayerVersion " ->
          id;
      case "AWS::Serverless::Function Arn" -> Account.arn("lambda", "function:" + id);
      default ->
          throw new TemplateException(
              "the local cloud doesn't know %s of %s (%s)",
              attribute.isEmpty() ? "the Ref" : attribute, id, types.get(id));
    };
  }
}
