package dev.shorts.migrate;

/** How far a run has come, and what to do if it comes no further. */
enum Step {
  READING_SECRETS(
      "Secrets Manager didn't answer. Check that the subnets of the migration reach it, then deploy"
          + " again."),
  CONNECTING(
      "The database can't be reached. Check its endpoint, and that its security group lets the"
          + " migration in, then deploy again."),
  MIGRATING(
      "The migration took too long and was ended. Look in pg_stat_activity who holds a lock that it"
          + " waits for, then deploy again.");

  private final String advice;

  Step(String advice) {
    this.advice = advice;
  }

  String advice() {
    return advice;
  }
}
