package dev.shorts.emulator.rdsdata;

import static dev.shorts.emulator.rdsdata.TestDataApi.CLUSTER;
import static dev.shorts.emulator.rdsdata.TestDataApi.OWNER;
import static dev.shorts.emulator.rdsdata.TestDataApi.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;
import software.amazon.awssdk.services.rdsdata.model.TransactionNotFoundException;

@ExtendWith(SharedDataApi.class)
class DataApiTransactionsTest {

  private final TestDataApi api;

  DataApiTransactionsTest(TestDataApi api) {
    this.api = api;
  }

  @Test
  void aTransactionIsSeenByOthersWhenCommitted() {
    api.execute("CREATE TABLE kept (n int)");
    String id = begin(api.client());
    api.executeIn(id, "INSERT INTO kept VALUES (1)");
    assertThat(api.execute("SELECT * FROM kept").records()).isEmpty();

    api.client().commitTransaction(b -> b.resourceArn(CLUSTER).secretArn(OWNER).transactionId(id));
    assertThat(api.execute("SELECT * FROM kept").records()).hasSize(1);
    assertThatThrownBy(() -> api.executeIn(id, "SELECT 1"))
        .isInstanceOf(TransactionNotFoundException.class);
  }

  @Test
  void aTransactionRolledBackNeverWas() {
    api.execute("CREATE TABLE lost (n int)");
    String id = begin(api.client());
    api.executeIn(id, "INSERT INTO lost VALUES (1)");

    api.client()
        .rollbackTransaction(b -> b.resourceArn(CLUSTER).secretArn(OWNER).transactionId(id));
    assertThat(api.execute("SELECT * FROM lost").records()).isEmpty();
  }

  @Test
  void anIdleTransactionIsRolledBackAndItsLocksAreFree() {
    api.execute("CREATE TABLE locked (n int)");
    String id = begin(api.impatient());
    api.impatient().executeStatement(statement("LOCK TABLE locked", b -> b.transactionId(id)));

    // Waits for the lock, so until the transaction has expired.
    api.execute("INSERT INTO locked VALUES (1)");
    assertThatThrownBy(() -> api.executeIn(id, "SELECT 1"))
        .isInstanceOf(TransactionNotFoundException.class);
  }

  private static String begin(RdsDataClient client) {
    return client
        .beginTransaction(b -> b.resourceArn(CLUSTER).secretArn(OWNER).database("shorts"))
        .transactionId();
  }
}
