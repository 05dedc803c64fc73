package dev.shorts.migrate.database;

/** A MigrationStep is a part of a run, with advice in case the run fails in it. */
public enum MigrationStep {
  READING_SECRETS(
      "Secrets Manager didn't answer. Check that the subnets of the migration reach it, then deploy"
          + " again."),
  CONNECTING(
      "The database can't be reached. Check its endpoint, and that its security group lets the"
          + " migration in, then deploy again."),
  MIGRATING(
      "The migration took too long and was ended. Look in pg_stat_activity who holds a lock that it"
          + " waits for, then deploy again."),
  WAITING_FOR_LOCKS(
      "The tables that the migration changes were locked by other sessions until its time was over."
          + " Look in pg_stat_activity for long transactions on auth.users, videos, scenes and"
          + " scene_exports, then deploy again in a quiet minute: the migration goes on where it"
          + " ended.");

  private final String advice;

  MigrationStep(String advice) {
    this.advice = advice;
  }

  public String advice() {
    return advice;
  }
}
