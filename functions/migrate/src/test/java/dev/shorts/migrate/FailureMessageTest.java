package dev.shorts.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.migrate.database.FailureMessage;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureMessageTest {

  /** As Flyway wraps what the driver throws. */
  @ParameterizedTest
  @CsvSource({
    "08001, The database can't be reached.",
    "08006, The database can't be reached.",
    "57P03, 'The database takes no connections now, deploy again later: FATAL'",
    "53300, 'The database takes no connections now, deploy again later: FATAL'",
    "28000, The database refuses the owner's login.",
    "40P01, Another session holds a lock that the migration waits for.",
    "55P03, Another session holds a lock that the migration waits for.",
    "22012, could not run V7"
  })
  void isReadFromTheStateThatThePostgresGives(String state, String reason) {
    var failure = new IllegalStateException("could not run V7", new SQLException("FATAL", state));

    assertThat(FailureMessage.of(failure)).startsWith(reason);
  }

  @Test
  void leadsToTheLogWhereThereIsNoMessage() {
    assertThat(FailureMessage.of(new NullPointerException()))
        .isEqualTo("The migration broke off (java.lang.NullPointerException). Its log says where.");
  }
}
