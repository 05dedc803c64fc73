package dev.shorts.bare;

import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.rdsdata.model.Field;
import software.amazon.awssdk.services.rdsdata.model.SqlParameter;

/** Calls the Data API. */
final class Sql {

  private Sql() {}

  /** Fills in a request for the database that the environment names. */
  static void ask(ExecuteStatementRequest.Builder to, String sql, SqlParameter... parameters) {
    to.resourceArn(System.getenv("DATABASE_CLUSTER_ARN"))
        .secretArn(System.getenv("DATABASE_SECRET_ARN"))
        .database(System.getenv("DATABASE_NAME"))
        .includeResultMetadata(true)
        .sql(sql)
        .parameters(parameters);
  }

  static SqlParameter text(String name, String value) {
    return SqlParameter.builder().name(name).value(Field.fromStringValue(value)).build();
  }

  static SqlParameter number(String name, long value) {
    return SqlParameter.builder().name(name).value(Field.fromLongValue(value)).build();
  }
}
