package dev.shorts.emulator.rdsdata;

import static dev.shorts.emulator.rdsdata.TestDataApi.parameter;
import static dev.shorts.emulator.rdsdata.TestDataApi.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.rdsdata.model.Field.fromLongValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.rdsdata.model.BadRequestException;
import software.amazon.awssdk.services.rdsdata.model.DatabaseErrorException;
import software.amazon.awssdk.services.rdsdata.model.RdsDataException;
import software.amazon.awssdk.services.rdsdata.model.StatementTimeoutException;

@ExtendWith(SharedDataApi.class)
class DataApiErrorsTest {

  private final TestDataApi api;

  DataApiErrorsTest(TestDataApi api) {
    this.api = api;
  }

  @Test
  void anErrorHasTheMessageAndTheSqlState() {
    api.execute("CREATE TABLE once (id int PRIMARY KEY)");
    api.execute("INSERT INTO once VALUES (1)");

    assertThatThrownBy(() -> api.execute("INSERT INTO once VALUES (1)"))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining(
            "ERROR: duplicate key value violates unique constraint \"once_pkey\"; "
                + "Detail: Key (id)=(1) already exists.; SQLState: 23505");
  }

  @Test
  void aMissingParameterIsNamed() {
    assertThatThrownBy(() -> api.execute("SELECT :a", parameter("b", fromLongValue(1L))))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("Cannot find parameter: a");
  }

  @Test
  void twoStatementsAreRefused() {
    assertThatThrownBy(() -> api.execute("SELECT 1; SELECT 2"))
        .isInstanceOfSatisfying(
            RdsDataException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
  }

  @Test
  void anOperationThatTheEmulatorLacksIsRefusedByName() {
    assertThatThrownBy(
            () ->
                api.client()
                    .beginTransaction(
                        b -> b.resourceArn(TestDataApi.CLUSTER).secretArn(TestDataApi.OWNER)))
        .isInstanceOf(RdsDataException.class)
        .hasMessageContaining("The local Data API does not know /BeginTransaction");
  }

  @Test
  void aMemberThatTheEmulatorLacksIsRefusedByName() {
    assertThatThrownBy(
            () -> api.client().executeStatement(statement("SELECT 1", b -> b.schema("x"))))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("The local Data API does not know schema");
  }

  @Test
  void aLongStatementTimesOut() {
    assertThatThrownBy(
            () -> api.impatient().executeStatement(statement("SELECT pg_sleep(60)", _ -> {})))
        .isInstanceOf(StatementTimeoutException.class);
  }
}
