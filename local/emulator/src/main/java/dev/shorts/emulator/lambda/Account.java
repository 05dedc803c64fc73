package dev.shorts.emulator.lambda;

/** Names the AWS account, region and stack that the emulator stands for. */
public final class Account {

  public static final String ID = "000000000000";
  public static final String REGION = "us-east-1";
  public static final String ACCESS_KEY_ID = "local";

  /** The only key by which LocalStack can check presigned URLs. */
  public static final String SECRET_ACCESS_KEY = "test";

  public static final String STACK_NAME = "shorts-local";
  public static final String STACK_ID =
      "arn:aws:cloudformation:%s:%s:stack/%s/0".formatted(REGION, ID, STACK_NAME);

  private Account() {}

  /** The ARN of a resource of the account, such as {@code arn("sqs", "Jobs")}. */
  public static String arn(String service, String name) {
    return "arn:aws:%s:%s:%s:%s".formatted(service, REGION, ID, name);
  }
}
