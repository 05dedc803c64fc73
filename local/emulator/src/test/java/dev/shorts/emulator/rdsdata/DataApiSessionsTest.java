package dev.shorts.emulator.rdsdata;

import static dev.shorts.emulator.rdsdata.TestDataApi.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.rdsdata.model.Field.fromLongValue;
import static software.amazon.awssdk.services.rdsdata.model.Field.fromStringValue;

import java.sql.DriverManager;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedDataApi.class)
class DataApiSessionsTest {

  private final TestDataApi api;

  DataApiSessionsTest(TestDataApi api) {
    this.api = api;
  }

  @Test
  void aReusedSessionKeepsOnlyAnEmptySetting() {
    api.execute("SELECT 1");
    var first =
        api.execute("SELECT pg_backend_pid(), set_config('request.jwt.claims', 'me', false)");
    var second =
        api.execute("SELECT pg_backend_pid(), current_setting('request.jwt.claims', true)");

    assertThat(second.records().getFirst().get(0)).isEqualTo(first.records().getFirst().get(0));
    assertThat(second.records().getFirst().get(1)).isEqualTo(fromStringValue(""));
  }

  @Test
  void aDeadSessionIsNotReused() throws Exception {
    api.execute("SELECT 1");
    try (var superuser =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres"
                    .formatted(api.postgresPort()));
        var statement = superuser.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'shorts_owner'");
    }

    assertThat(api.execute("SELECT 1").records()).hasSize(1);
  }

  @Test
  void manyCallersShareTheSessions() throws Exception {
    api.execute("CREATE TABLE shared (n int)");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls = Collections.nCopies(120, insertInto("shared"));
      for (var call : threads.invokeAll(calls)) {
        assertThat(call.get()).isEqualTo(1);
      }
    }
    assertThat(api.execute("SELECT count(*) FROM shared").records())
        .isEqualTo(List.of(List.of(fromLongValue(120L))));
  }

  private Callable<Long> insertInto(String table) {
    return () -> api.execute("INSERT INTO %s VALUES (1)".formatted(table)).numberOfRecordsUpdated();
  }
}
