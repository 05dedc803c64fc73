package dev.shorts.local.lambda;

/** The AWS account that the local cloud stands for. */
public final class Account {

  public static final String ID = "000000000000";
  public static final String REGION = "us-east-1";
  public static final String ACCESS_KEY_ID = "local";
  public static final String SECRET_ACCESS_KEY = "local-secret";

  /** Credentials of a role always come with one. */
  public static final String SESSION_TOKEN = "local-session";

  private Account() {}
}
